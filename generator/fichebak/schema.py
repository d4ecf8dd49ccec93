"""JSON Schemas of what editors write, exported from the models: for completion in a text editor and for the form."""

from typing import Any

from pydantic import BaseModel

from fichebak.model import BY_KEY, SETTINGS, WITH_BODY
from fichebak.output import Output, as_json_text

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schema() -> tuple[Output, ...]:
    """Return every schema as a file `<name>.schema.json`."""
    found = {kind.schema: kind.model.model_json_schema() for kind in (*SETTINGS.values(), *WITH_BODY.values())}
    found |= {kind.schema: _by_key(kind.schema, kind.model) for kind in BY_KEY.values()}
    return tuple(
        Output(f"{name}.schema.json", as_json_text({"$schema": DIALECT, **_plain(each)}).encode())
        for name, each in sorted(found.items())
    )


def _by_key(name: str, model: type[BaseModel]) -> dict[str, Any]:
    """Return the schema of a file that holds many of *model*, each under its own key."""
    one = model.model_json_schema(ref_template="#/$defs/{model}")
    definitions = one.pop("$defs", {}) | {model.__name__: one}
    return {
        "title": name,
        "type": "object",
        "additionalProperties": {"$ref": f"#/$defs/{model.__name__}"},
        "$defs": definitions,
    }


def _plain(value: Any) -> Any:
    """Return *value* without the titles and defaults pydantic adds: they say nothing to an editor."""
    if isinstance(value, dict):
        properties = value.get("properties")
        kept = {k: _plain(v) for k, v in value.items() if k not in {"title", "default"} or k in (properties or ())}
        if isinstance(properties, dict):
            kept["properties"] = {k: _plain(v) for k, v in properties.items()}
        return kept
    return [_plain(each) for each in value] if isinstance(value, list) else value
