// Files that people give for a table and that are none: what they are, by their first bytes.
#pragma once

#include <optional>
#include <string_view>

namespace attune {

/// "workbook", "datavyu", "elan", "boris", "spss", "stata", "sas", "r", "page", "pdf", "packed", "recording", "other"; none: it may
/// be a table.
std::optional<std::string_view> kind_of_file(std::string_view bytes);

}  // namespace attune
