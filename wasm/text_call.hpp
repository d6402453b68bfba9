// A function of values as one of texts, for Embind: JSON in, {"value": …} or {"error": …} out (attune.d.ts).
#pragma once

#include <emscripten/val.h>

#include <array>
#include <cstdint>
#include <string>
#include <tuple>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

#include "base/json_text.hpp"
#include "base/json_tree.hpp"
#include "base/memo.hpp"
#include "export/session_file.hpp"
#include "report/supplement.hpp"
#include "visit/visit.hpp"

namespace attune::page {

/// The page shows what is said in a language of its own, and saves it in English: both come at once. French, but for tests
/// (`sayIn`).
inline std::array<words::Manner, 1> page_languages{{{words::Language::french}}};

template <class T>
std::string text_of(const T& value) {
  return json_text(value, {{}, page_languages});
}

/// `json`: the text of a value.
inline std::string value_json(const std::string& json) {
  return "{\"value\":" + json + "}";
}
inline std::string error_json(const Error& error) {
  return "{\"error\":" + text_of(error) + "}";
}

template <class T>
std::string result_json(const Result<T>& result) {
  return result ? value_json(text_of(*result)) : error_json(result.error());
}

/// The error's JSON, or an empty text.
inline std::string outcome(const Status& status) {
  return status ? "" : text_of(status.error());
}

template <class T>
T parsed_or_default(const std::string& json) {
  const auto parsed = parse_json<T>(json);
  return parsed ? *parsed : T{};
}

/// A visit's JSON with the person that its header names, for `compare`; it stays in the page's memory, and in nothing
/// that is saved.
inline std::string text_with_person(const visit::Visit& visit) {
  std::string text = text_of(visit);
  if (!visit.person.empty()) text.replace(text.size() - 1, 1, ",\"person\":" + text_of(visit.person) + "}");
  return text;
}

/// The visits of a text, each with its person.
inline Result<std::vector<visit::Visit>> read_visits(const std::string& text) {
  auto tree = parse_json_tree(text);
  if (!tree) return tree.error();
  std::vector<edf::Person> persons;
  for (Json& visit : *tree) {
    edf::Person& person = persons.emplace_back();
    if (!visit.is_object() || !visit.contains("person")) continue;
    if (const Status status = from_json(visit["person"], person); !status) return status.error();
    visit.erase("person");
  }
  std::vector<visit::Visit> visits;
  if (const Status status = from_json(*tree, visits); !status) return status.error();
  if (const Status status = check_ranges(visits); !status) return status.error();
  for (std::size_t i = 0; i < visits.size(); ++i) visits[i].person = std::move(persons[i]);
  return visits;
}

inline Result<visit::Visit> visit_with_person(const std::string& text) {
  auto visits = read_visits("[" + text + "]");
  if (!visits) return visits.error();
  if (visits->size() != 1) return parse_json<visit::Visit>(text);  // which says what is wrong
  return std::move(visits->front());
}

/// The same as read_visits; a visit whose text is as it was last time is not read again.
inline Result<std::vector<visit::Visit>> visits_with_persons(const std::string& text) {
  static Memo<std::string, std::monostate, Result<visit::Visit>> read;
  read.begin_round();
  std::vector<visit::Visit> visits;
  for (const std::string_view item : items_of_array(text)) {
    const std::string one(item);
    const auto& visit = read.of(one, {}, [&] { return visit_with_person(one); });
    if (!visit) return read_visits(text);  // its error says which of the visits it is in
    visits.push_back(*visit);
  }
  return visits.empty() ? read_visits(text) : visits;
}

/// One edit or changed setting asks for visit and report with the same settings.
inline const Result<visit::Settings>& read_settings(const std::string& text) {
  static Memo<std::string, std::monostate, Result<visit::Settings>> read;
  read.begin_round();
  return read.of(text, {}, [&] { return parse_json<visit::Settings>(text); });
}

/// Comparison infants by their table, which is long: the page has it read before there is something to compare them with.
inline const Result<report::Reference>& read_reference(const std::string& csv) {
  static Memo<std::string, std::monostate, Result<report::Reference>> read;
  read.begin_round();
  return read.of(csv, {}, [&] { return report::read_reference(csv); });
}

/// Scores and comparison infants stay what they are from one edit to the next.
inline const Result<report::Supplement>& read_supplement(const std::string& text) {
  static Memo<std::string, std::monostate, Result<report::Supplement>> read;
  read.begin_round();
  return read.of(text, {}, [&]() -> Result<report::Supplement> {
    auto input = parse_json<report::SupplementInput>(text);
    if (!input) return input.error();
    const std::string csv = std::exchange(input->reference_csv, "");
    auto supplement = report::read_supplement(std::move(*input));
    if (!supplement || csv.empty()) return supplement;
    const auto& reference = read_reference(csv);
    if (!reference) return reference.error();
    supplement->reference = *reference;
    return supplement;
  });
}

/// What a text of the page stands for: JSON of T; a text that is read elsewhere; visits with their persons.
template <class T>
decltype(auto) argument(const std::string& text) {
  if constexpr (std::is_convertible_v<const std::string&, T>)
    return Result<T>(text);
  else if constexpr (std::is_same_v<T, std::vector<visit::Visit>>)
    return visits_with_persons(text);
  else if constexpr (std::is_same_v<T, visit::Visit>)
    return visit_with_person(text);
  else if constexpr (std::is_same_v<T, visit::Settings>)
    return read_settings(text);
  else if constexpr (std::is_same_v<T, report::Supplement>)
    return read_supplement(text);
  else if constexpr (std::is_same_v<T, report::Report>)
    return exports::read_report(text);
  else
    return parse_json<T>(text);
}

template <class T>
using Text = const std::string&;

template <class T>
inline constexpr bool is_result = false;
template <class T>
inline constexpr bool is_result<Result<T>> = true;

/// A text on its way to JavaScript, whose own decoder reads it several times as fast as Embind would.
inline emscripten::val handed(const std::string& text) {
  static const auto decoder = emscripten::val::global("TextDecoder").new_();
  const auto* const bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  return decoder.call<emscripten::val>("decode",
                                       emscripten::val(emscripten::typed_memory_view(text.size(), bytes)));
}

/// `text` of a function of values: the JSON of what it gives for these texts, or of the first error in them.
template <auto function>
struct Call;
template <class Value, class... Arguments, Value (*function)(Arguments...)>
struct Call<function> {
  static emscripten::val text(Text<Arguments>... texts) { return handed(json(texts...)); }

 private:
  static std::string json(Text<Arguments>... texts) {
    std::tuple<decltype(argument<std::decay_t<Arguments>>(texts))...> read{
        argument<std::decay_t<Arguments>>(texts)...};
    return std::apply(
        [](auto&... each) {
          const Error* error = nullptr;
          ((each || error ? void() : void(error = &each.error())), ...);
          if (error) return error_json(*error);
          if constexpr (is_result<Value>)
            return result_json(function(std::move(*each)...));
          else
            return value_json(text_of(function(std::move(*each)...)));
        },
        read);
  }
};

}  // namespace attune::page
