"""Where regions lie: outlines and points from the files that come with the project."""

import csv
import json
from functools import lru_cache

import pandas as pd

from db.settings import ROOT
from monitoring.rows import rows_of

Ring = list[tuple[float, float]]


def rings(regions: pd.DataFrame) -> dict[str, list[Ring]]:
    """Outer rings of (longitude, latitude) by region code, of the regions that have an outline.

    ``regions`` has the columns of :func:`db.queries.names.regions`.
    """
    found = _rings()
    return {row["code"]: found[row["iso_3166_2"]] for row in rows_of(regions) if row["iso_3166_2"] in found}


@lru_cache(maxsize=1)
def points() -> dict[str, tuple[float, float]]:
    """(longitude, latitude) by region code, of cities without an outline."""
    with (ROOT / "data" / "region_points.csv").open(encoding="utf-8", newline="") as file:
        return {row["code"]: (float(row["longitude"]), float(row["latitude"])) for row in csv.DictReader(file)}


@lru_cache(maxsize=1)
def _rings() -> dict[str, list[Ring]]:
    features = json.loads((ROOT / "data" / "regions.geojson").read_text(encoding="utf-8"))["features"]
    found: dict[str, list[Ring]] = {}
    for feature in features:
        shape = feature["geometry"]
        polygons = shape["coordinates"] if shape["type"] == "MultiPolygon" else [shape["coordinates"]]
        found[feature["id"]] = [[(x, y) for x, y in polygon[0]] for polygon in polygons]
    return found
