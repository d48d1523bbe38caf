"""Pictures of CONTRIBUTING.md, made from the real pages: `python -m pictures`, after a build."""
