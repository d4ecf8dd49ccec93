"""JSON Schemas of what editors write, exported from the models: for completion in a text editor and for the form."""

from typing import Any

from pydantic import BaseModel
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaMode

from fichebak.model import BY_KEY, SETTINGS, WITH_BODY
from fichebak.output import Output, as_json_text

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schema() -> tuple[Output, ...]:
    """Return every schema as a file `<name>.schema.json`."""
    found = {kind.schema: of(kind.model) for kind in (*SETTINGS.values(), *WITH_BODY.values())}
    found |= {kind.schema: _by_key(kind.model) for kind in BY_KEY.values()}
    return tuple(
        Output(f"{name}.schema.json", as_json_text({"$schema": DIALECT, **each}).encode())
        for name, each in sorted(found.items())
    )


def of(model: type[BaseModel], mode: JsonSchemaMode = "validation") -> dict[str, Any]:
    """Return the schema of one *model*: of what may be written, or in *mode* serialization of what is published."""
    made = model.model_json_schema(schema_generator=_OwnTitles, mode=mode)
    for each in (made, *made.get("$defs", {}).values()):
        del each["title"]  # the name of the class
    found: dict[str, Any] = _without_defaults(made)
    return found


class _OwnTitles(GenerateJsonSchema):
    """Gives a key the title that its model gives it, and none made of its name."""

    def field_title_should_be_set(self, schema: object) -> bool:
        return False


def _by_key(model: type[BaseModel]) -> dict[str, Any]:
    """Return the schema of a file that holds many of *model*, each under its own key."""
    one = of(model)
    definitions = one.pop("$defs", {}) | {model.__name__: one}
    return {
        "type": "object",
        "additionalProperties": {"$ref": f"#/$defs/{model.__name__}"},
        "$defs": definitions,
    }


def _without_defaults(value: Any) -> Any:
    """Return *value* without the defaults pydantic adds: they say nothing to an editor."""
    if isinstance(value, dict):
        return {key: _without_defaults(each) for key, each in value.items() if key != "default"}
    return [_without_defaults(each) for each in value] if isinstance(value, list) else value
