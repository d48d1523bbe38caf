"""What machines read: tags in the head of a page, the map of the site, the feed, the list of packages."""
