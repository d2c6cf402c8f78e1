# SPDX-License-Identifier: GPL-3.0-or-later
"""Compares answers with what /openapi.json says of them. Knows the keywords of JSON Schema that the
description uses, and refuses others, so that none is passed over in silence."""

import datetime
import json
import re

KNOWN = {"$ref", "type", "nullable", "enum", "properties", "required", "additionalProperties", "items", "minItems", "maxItems",
         "minimum", "maximum", "minLength", "maxLength", "pattern", "format", "oneOf", "allOf", "description", "default", "example"}
TYPES = {"object": dict, "array": list, "string": str, "boolean": bool, "integer": int, "number": (int, float)}
METHODS = ("get", "post", "patch", "delete", "put")


def is_time(text):
    try:
        return datetime.datetime.fromisoformat(text).tzinfo is not None and "T" in text
    except ValueError:
        return False


class Described:
    """The description that a server gives of itself."""

    def __init__(self, description):
        self.root = description
        self.seen = {}  # (path, method) -> the statuses that were compared
        self.paths = [(path, re.compile("/[^/]+".join(map(re.escape, re.split(r"/\{\w+\}", path))) + "$"))
                      for path in sorted(description["paths"], key=lambda path: path.count("{"))]

    def resolved(self, node):
        while "$ref" in node:
            found = self.root
            for key in node["$ref"].removeprefix("#/").split("/"):
                found = found[key]
            node = found
        return node

    def errors(self, value, schema, at="$"):
        """What is wrong with a value, in words."""
        schema = self.resolved(schema)
        unknown = set(schema) - KNOWN
        if unknown:
            return [f"{at}: the description uses {unknown}"]
        if value is None:
            return [] if schema.get("nullable") or "type" not in schema and "oneOf" not in schema else [f"{at} is null"]
        if "oneOf" in schema:
            fits = [each for each in schema["oneOf"] if not self.errors(value, each, at)]
            if len(fits) != 1:
                return [f"{at} fits {len(fits)} of {len(schema['oneOf'])} forms: {value!r:.80}"]
        wanted = schema.get("type")
        if wanted and (not isinstance(value, TYPES[wanted]) or isinstance(value, bool) != (wanted == "boolean")):
            return [f"{at} is no {wanted}: {value!r:.80}"]
        if "enum" in schema and value not in schema["enum"]:
            return [f"{at} is {value!r}, none of {schema['enum']}"]
        found = [error for each in schema.get("allOf", ()) for error in self.errors(value, each, at)]
        part = {dict: self.object_errors, list: self.array_errors, str: self.text_errors}.get(type(value), self.number_errors)
        return found + part(value, schema, at)

    def object_errors(self, value, schema, at):
        known, more = schema.get("properties", {}), schema.get("additionalProperties", True)
        found = [f"{at} has no {key}" for key in schema.get("required", ()) if key not in value]
        for key, item in value.items():
            if key in known or isinstance(more, dict):
                found += self.errors(item, known.get(key, more), f"{at}.{key}")
            elif not more:
                found.append(f"{at}.{key} is not described")
        return found

    def array_errors(self, value, schema, at):
        found = [f"{at}: {len(value)} items"] if not schema.get("minItems", 0) <= len(value) <= schema.get("maxItems", len(value)) else []
        return found + [error for i, item in enumerate(value) for error in self.errors(item, schema.get("items", {}), f"{at}[{i}]")]

    def text_errors(self, value, schema, at):
        fits = schema.get("minLength", 0) <= len(value) <= schema.get("maxLength", len(value))
        fits = fits and (schema.get("format") != "date-time" or is_time(value)) and re.search(schema.get("pattern", ""), value)
        return [] if fits else [f"{at}: {value!r:.80} has another form"]

    def number_errors(self, value, schema, at):
        if isinstance(value, bool) or schema.get("minimum", value) <= value <= schema.get("maximum", value):
            return []
        return [f"{at} is out of range: {value}"]

    def operation(self, method, path):
        """The described path and operation; nothing where the description knows no such address."""
        path = path.split("?")[0]
        if path == "/":
            return None, None
        for name, pattern in self.paths:
            if pattern.match(path or "/"):
                return name, self.root["paths"][name].get(method.lower())
        return None, None

    def compare(self, method, path, status, content_type, body, request=None):
        """What is wrong with an answer; `path` is below the prefix, `request` the JSON of a body that was accepted."""
        method = "GET" if method == "HEAD" else method
        name, operation = self.operation(method, path)
        if not operation:
            return [] if status in (400, 404, 405) or method == "OPTIONS" or status in (403, 421) else [f"{method} {path} is not described"]
        self.seen.setdefault((name, method.lower()), set()).add(status)
        response = operation["responses"].get(str(status))
        if response is None:
            return [f"{method} {name} answers {status}, which is not described"]
        found = self.body_errors(self.resolved(response).get("content"), content_type, body)
        if request is not None and "requestBody" in operation and self.accepts(status, body):
            schema = operation["requestBody"]["content"]["application/json"]["schema"]
            found += [f"an accepted body: {error}" for error in self.errors(request, schema)]
        return [f"{method} {name} {status}: {error}" for error in found]

    @staticmethod
    def accepts(status, body):
        """kinit says in the body what others say by the status."""
        answer = json.loads(body) if status == 200 else {}
        return status < 300 and (not isinstance(answer, dict) or answer.get("code", 200) == 200 or "message" not in answer)

    def body_errors(self, content, content_type, body):
        if not content:
            return ["a body is not described"] if body else []
        kind = (content_type or "").split(";")[0]
        if not body:  # of HEAD
            return []
        if kind not in {each.split(";")[0] for each in content}:
            return [f"{kind} is not described"]
        return self.errors(json.loads(body), content[kind].get("schema", {})) if kind == "application/json" else []

    def never_succeeded(self):
        """Operations without an answer that tells of success."""
        every = {(path, method) for path, item in self.root["paths"].items() for method in item if method in METHODS}
        return sorted(each for each in every if not any(status < 300 for status in self.seen.get(each, ())))

    def mistakes(self):
        """What is wrong with the description as such."""
        found, names = [], set()
        for path, item in self.root["paths"].items():
            placeholders = set(re.findall(r"\{(\w+)\}", path))
            for method in set(item) & set(METHODS):
                operation = item[method]
                names.add(operation["operationId"])
                described = [self.resolved(each) for each in item.get("parameters", []) + operation.get("parameters", [])]
                if {each["name"] for each in described if each["in"] == "path"} != placeholders:
                    found.append(f"{path}: other parameters")
                if not operation.get("summary") or not operation["responses"]:
                    found.append(f"{method} {path}: says too little")
        if len(names) != sum(len(set(item) & set(METHODS)) for item in self.root["paths"].values()):
            found.append("two operations have the same name")
        found += self.reference_mistakes(self.root)
        return found

    def reference_mistakes(self, node):
        if isinstance(node, list):
            return [error for each in node for error in self.reference_mistakes(each)]
        if not isinstance(node, dict):
            return []
        found = [error for each in node.values() for error in self.reference_mistakes(each)]
        if isinstance(node.get("$ref"), str):
            try:
                self.resolved(node)
            except KeyError:
                found.append(f"{node['$ref']} is nowhere")
        return found
