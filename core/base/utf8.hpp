// Whether bytes are text.
#pragma once

#include <cstddef>
#include <string_view>

namespace attune {

/// Length of the well-formed UTF-8 sequence at the start of `bytes`, 0 if there is none (RFC 3629, section 4: no
/// overlong forms, no surrogates).
std::size_t utf8_sequence(std::string_view bytes);

}  // namespace attune
