"""The ledger: records as an Excel workbook for clerks, and back. Everything in it comes from the models."""
