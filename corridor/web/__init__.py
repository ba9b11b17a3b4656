"""Pages: one folder an area, one views module a resource."""
