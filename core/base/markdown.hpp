// Writing Markdown that others read: text that is text.
#pragma once

#include <string>
#include <string_view>

namespace attune {

/// A text as one cell of a table (GitHub-flavoured Markdown), shown as it is: nothing in it ends the cell or the line,
/// marks, links, loads an image or is HTML. Control characters become blanks, bytes that are no UTF-8 U+FFFD.
std::string markdown_cell(std::string_view text);

}  // namespace attune
