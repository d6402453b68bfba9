// Errors are values. A function that can meet bad input returns Result<T>: the value, or one Error that says
// what is wrong in words a person can act on. What could be repaired is a Diagnostic and travels with the
// result. Nothing in the core throws, prints or aborts.
#pragma once

#include <string>
#include <utility>
#include <variant>

#include "base/describe.hpp"
#include "words/said.hpp"

namespace attune {

enum class Severity { note, warning, error };
constexpr auto enum_names(Severity) {
  return std::array<std::string_view, 3>{"note", "warning", "error"};
}

/// One thing found wrong or noteworthy. `code` is stable (E_…, W_… or N_…); `message` is a sentence for
/// people; `where` names the field, record, channel or phase; `raw` is the offending text, where there is
/// one.
struct Diagnostic {
  std::string code;
  Severity severity = Severity::note;
  words::Text message;
  words::Text where;
  std::string raw;

  static constexpr const char* type_name = "Diagnostic";
  static constexpr auto fields() {
    return std::array{
        field<&Diagnostic::code>("code", "Stable identifier."),
        field<&Diagnostic::severity>("severity", "How much it matters."),
        field<&Diagnostic::message>("message", "What was found and what was done, in one sentence."),
        field<&Diagnostic::where>("where", "Field, record, channel or phase."),
        field<&Diagnostic::raw>("raw", "The offending text as found, if any.")};
  }
};

/// Why an input cannot be used at all.
struct Error {
  std::string code;
  words::Text message;
  words::Text where;

  static constexpr const char* type_name = "Error";
  static constexpr auto fields() {
    return std::array{field<&Error::code>("code", "Stable identifier, E_…"),
                      field<&Error::message>("message", "What is wrong, in words a person can act on."),
                      field<&Error::where>("where", "Field, record or line, if known.")};
  }
};

/// A value or the Error that stands in its place. Ask `ok()` before `value()`.
template <class T>
class [[nodiscard]] Result {
 public:
  Result(T value) : state_(std::move(value)) {}
  Result(Error error) : state_(std::move(error)) {}

  bool ok() const { return state_.index() == 0; }
  explicit operator bool() const { return ok(); }

  T& value() { return *std::get_if<0>(&state_); }
  const T& value() const { return *std::get_if<0>(&state_); }
  const Error& error() const { return *std::get_if<1>(&state_); }

  T* operator->() { return &value(); }
  const T* operator->() const { return &value(); }
  T& operator*() { return value(); }
  const T& operator*() const { return value(); }

 private:
  std::variant<T, Error> state_;
};

/// Result of a step that yields nothing but success.
using Status = Result<std::monostate>;
inline Status success() {
  return std::monostate{};
}

}  // namespace attune
