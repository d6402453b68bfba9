// Files of JSON that hold one described struct (base/describe.hpp), and the schema of one.
#pragma once

#include <algorithm>
#include <string>

#include "base/json.hpp"
#include "cli/commands.hpp"
#include "cli/files.hpp"
#include "cli/print_json.hpp"

namespace attune::cli {

/// What the file holds. Errors: E_FILE, and those of parse_json.
template <class T>
Result<T> from_json_file(const std::string& path) {
  const auto text = read_text_file(path);
  if (!text) return text.error();
  return parse_json<T>(*text);
}

/// The path behind --settings, wherever it stands, so that other options change what that file says; empty: none.
inline std::string settings_path_in(Arguments args) {
  const auto option = std::find(args.begin(), args.end(), "--settings");
  return option == args.end() || option + 1 == args.end() ? "" : *(option + 1);
}

/// The settings in a file, or the defaults if `path` is empty.
template <class T>
Result<T> settings_from(const std::string& path) {
  if (path.empty()) return T{};
  return from_json_file<T>(path);
}

/// Prints the JSON schema of what a command prints; the exit status.
template <class T>
int print_schema_of() {
  Json definitions = Json::object();
  Json schema = schema_of<T>(definitions);
  schema["$schema"] = "https://json-schema.org/draft/2020-12/schema";
  schema["$defs"] = std::move(definitions);
  return print_json(schema);
}

}  // namespace attune::cli
