// Bytes as text.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace attune {

/// Length of the well-formed UTF-8 sequence at the start of `bytes`, 0 if there is none (RFC 3629, section 4: no
/// overlong forms, no surrogates).
std::size_t utf8_sequence(std::string_view bytes);

bool is_utf8(std::string_view bytes);

/// Appends a character of Unicode.
void append_utf8(std::string& text, char32_t c);

/// Bytes as Windows-1252, which gives each of them a character.
std::string from_windows_1252(std::string_view bytes);

}  // namespace attune
