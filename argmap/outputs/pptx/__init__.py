"""A deck for PowerPoint: pictures as SVG, or shapes that can be edited; python-pptx packs them."""
