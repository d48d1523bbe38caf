"""Ways in for people who add to the data: fields, templates, forms and lists of gaps, all made from the models."""
