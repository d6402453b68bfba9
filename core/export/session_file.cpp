#include "export/session_file.hpp"

#include "base/json_tree.hpp"
#include "words/ids/json.hpp"
#include "words/ids/saved.hpp"

namespace attune::exports {

namespace {

constexpr const char* session_mark = "session";

/// The version of a saved tree is looked at before its members are: a later one may have others.
template <class T>
Result<T> read_saved(const Json& json, const char* kind) {
  const auto format = json.find("format");
  if (format != json.end() && format->is_number() && format->template get<double>() > T{}.format)
    return Error{"E_SAVED_LATER", words::say<"saved.later">({{"kind", words::as_is(kind)}}),
                 words::say<"json.path">({{"path", words::as_is("format")}})};
  T value;
  if (const Status status = from_json(json, value); !status) return status.error();
  return value;
}

/// What is no JSON is of no kind of Attune's, which the callers say in their words.
Result<Json> parse_tree(std::string_view text) {
  auto json = parse_json_tree(text);
  if (!json && json.error().code == "E_JSON_SYNTAX") return Json();
  return json;
}

}  // namespace

Result<SessionFile> read_session(std::string_view text) {
  const auto parsed = parse_tree(text);
  if (!parsed) return parsed.error();
  const Json& json = *parsed;
  const auto mark = json.is_object() ? json.find("attune") : json.end();
  if (mark == json.end() || *mark != session_mark)
    return Error{"E_SAVED_KIND", words::say<"saved.no_session">(), ""};
  auto saved = read_saved<SessionFile>(json, "session");
  if (!saved) return saved;
  if (const Status status = check_ranges(*saved); !status) return status.error();
  return saved;
}

Result<report::Report> read_report(std::string_view text) {
  const auto parsed = parse_tree(text);
  if (!parsed) return parsed.error();
  const Json& json = *parsed;
  const auto found = json.is_object() ? json.find("provenance") : json.end();
  const Json program = found != json.end() && found->is_object() ? found->value("program", Json()) : Json();
  if (program != "attune") return Error{"E_SAVED_KIND", words::say<"saved.no_report">(), ""};
  return read_saved<report::Report>(json, "report");
}

}  // namespace attune::exports
