#include "base/file_kind.hpp"

#include <array>

namespace attune {
namespace {

struct Beginning {
  std::string_view bytes, kind;
};

constexpr std::array beginnings{
    Beginning{"\xD0\xCF\x11\xE0", "workbook"},  // Excel before 2007
    Beginning{"$FL2", "spss"},
    Beginning{"$FL3", "spss"},
    Beginning{"<stata_dta>", "stata"},
    Beginning{"RDX2", "r"},
    Beginning{"RDX3", "r"},
    Beginning{"PAR1", "other"},  // Parquet
    Beginning{"SQLite format 3", "other"},
    Beginning{"\x89HDF", "other"},
    Beginning{"%PDF", "pdf"},
    Beginning{"\x1F\x8B", "packed"},
    Beginning{"Rar!", "packed"},
    Beginning{"7z\xBC\xAF", "packed"},
    Beginning{"\xFF"
              "BIOSEMI",
              "recording"},
    Beginning{"0       ", "recording"},  // EDF's version
    Beginning{"<!DOCTYPE html", "page"},
    Beginning{"<!doctype html", "page"},
    Beginning{"<html", "page"},
};

constexpr std::string_view sas_mark{"\xC2\xEA\x81\x60\xB3\x14\x11\xCF", 8};  // from byte 12 on

/// What is packed: a workbook and a project of Datavyu's are zip archives too.
std::string_view kind_of_archive(std::string_view bytes) {
  const auto has = [&](std::string_view part) { return bytes.find(part) != std::string_view::npos; };
  if (has("[Content_Types].xml") || has("opendocument")) return "workbook";
  return has("project") && has("db") ? "datavyu" : "packed";
}

}  // namespace

std::optional<std::string_view> kind_of_file(std::string_view bytes) {
  if (bytes.starts_with("PK\x03\x04")) return kind_of_archive(bytes);
  for (const Beginning& beginning : beginnings)
    if (bytes.starts_with(beginning.bytes)) return beginning.kind;
  if (bytes.size() > 20 && bytes.substr(12).starts_with(sas_mark)) return "sas";
  constexpr std::size_t enough = 4096;
  const auto has = [&](std::string_view part) {
    return bytes.substr(0, enough).find(part) != std::string_view::npos;
  };
  if (bytes.starts_with("<?xml"))
    return has("ANNOTATION_DOCUMENT") ? "elan" : has("<html") ? "page" : "workbook";
  const bool is_project =
      bytes.starts_with('{') && (has("\"project_format_version\"") || has("\"time_format\""));
  return is_project ? std::optional<std::string_view>("boris") : std::nullopt;
}

}  // namespace attune
