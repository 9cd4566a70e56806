"""Addresses of open data, and of what search engines ask for at the top of a site."""

from django.urls import URLPattern, URLResolver, include, path, re_path

from innspill.interfaces.api.views import data, documents, engines, feeds, package

app_name = "api"
_of_a_hearing = [
    path("responses.<str:ending>", data.responses, name="responses"),
    path("responses/<int:number>.json", data.response, name="response"),
    path("answers.<str:ending>", data.answers, name="answers"),
    path("decided.<str:ending>", data.decided, name="decided"),
    path("all.zip", package.package, name="package"),
    path("feed.atom", feeds.of_hearing, name="feed"),
]
_version_1: list[URLPattern | URLResolver] = [
    path("hearings.<str:ending>", data.hearings, name="hearings"),
    path("hearings/<slug:slug>.json", data.hearing, name="hearing"),
    path("hearings/<slug:slug>.jsonld", documents.linked, name="linked"),
    path("hearings/<slug:slug>/", include(_of_a_hearing)),
    path("feed.atom", feeds.of_all, name="feed-of-all"),
    path("bodies/<slug:name>/feed.atom", feeds.of_body, name="feed-of-body"),
    path("catalogue.jsonld", documents.catalogue, name="catalogue"),
]
urlpatterns = [
    path("robots.txt", engines.robots, name="robots"),
    path("sitemap.xml", engines.sitemap, name="sitemap"),
    path("sitemap/sider.xml", engines.pages, name="sitemap-of-pages"),
    path("sitemap/horinger/<slug:slug>.xml", engines.responses, name="sitemap-of-hearing"),
    path("api/", documents.documentation, name="documentation"),
    path("api/openapi.json", documents.openapi, name="openapi"),
    path("api/v1/", include(_version_1)),
    re_path(r"^api/.+$", documents.nothing),
]
