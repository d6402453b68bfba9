// Which scale a column's name means: "ibqr_sooth_m", "EPDS total", "pbq_factor_1", "psi_sf_pd_t2".
#pragma once

#include <optional>
#include <span>
#include <string>

#include "behavior/scales.hpp"

namespace attune::behavior {

/// Why a name that holds a scale does not mean it: other words stand beside it, it is an item's, or another rater's (the
/// father's EPDS is not the mother's, nor is an infant's), or a mean where the scale is a sum.
enum class NotMeant { meant, other_words, item, other_rater, mean };

struct NamedScale {
  std::string scale;           ///< empty: none is meant
  std::string visit = {};      ///< that the name tells: "t2", "post", "9wk"; empty: none
  bool rater_assumed = false;  ///< an IBQ-R scale without a rater: taken as the mother's
  std::string near = {};       ///< the scale, without a rater, that the name holds, meant or not; empty: none
  NotMeant why = NotMeant::meant;
  std::string word = {};      ///< which word says so
  bool mean = false;          ///< whether the name says that it is a mean
  bool form_assumed = false;  ///< a PSI that is not said to be the short form: taken as that
};

/// A name means a scale only if nothing is left over of it: every word must belong to the scale, its
/// questionnaire, a rater, a visit, or be one like "total" or "score". A bare number behind it is an item's.
NamedScale scale_meant(const std::string& column, std::span<const Scale> scales);

/// 1 to 4 of a word that is I, II, III or IV; 0: it is none.
int roman_number(std::string_view word);

/// Whether a word says who answered: "mother", "père", "F".
bool names_rater(std::string_view word);

/// Who such a word says: "mother", "partner"; empty: nobody.
std::string rater_named(std::string_view word);

/// The cell, where it names a parent; else nothing: in a table of any measures it may be who entered them.
std::string_view parent_in(std::string_view cell);

/// Who answered, by a cell of a column of raters: "mother" (also where nothing is written), "partner", or whoever else is
/// written there, in plain small letters.
std::string rater_key(std::string_view cell);

/// The name of a scale that stands in one column, and who answered in another: "epds" of the mother is "epds", of the
/// father "epds_partner", of a teacher "epds_teacher", which are other scales; "orc" of either parent is "orc_mother" or
/// "orc_partner". Without a rater it is the name.
std::string with_rater(const std::string& name, std::string_view rater);

/// The name of a scale beside what stands in a column of its parts: "PBQ" and "factor 1" are "PBQ factor 1", "EPDS" and "3" an
/// item. A name that holds no scale, and one beside an empty cell, stay as they are.
std::string with_part(const std::string& name, std::string_view part);

}  // namespace attune::behavior
