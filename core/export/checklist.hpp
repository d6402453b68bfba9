// A reporting checklist to save with a paper: what guidelines ask of it, answered from the report's own results
// and settings, and apart from that what no recording holds, left empty for who writes the paper. A list that
// left those items out would look complete and mislead.
//
// The items are named in words of our own. Their sources: COBIDAS-MEEG (Pernet et al. 2020), by its tables;
// ARTEM-IS (Šoškić et al. 2025), by its parts; GRAPH (Quintana et al. 2016), by its numbers; SPR (Quigley et al.
// 2024); "Attune" where none of them asks. Items on stimuli, events, sources, connectivity and groups are not in
// it: a report holds none of these. English, whatever the page's language.
#pragma once

#include <string>
#include <vector>

#include "report/report.hpp"

namespace attune::exports {

struct ChecklistItem {
  std::string section;  ///< "EEG preprocessing"
  std::string item;     ///< what is asked, in a few words
  std::string answer;   ///< empty: for you to fill in
  std::string source;   ///< "COBIDAS-MEEG preprocessing; ARTEM-IS preprocessing"
};

/// Items answered by the report, and items that it cannot answer; each in the order of sections. Of EEG or heart
/// there is none in either list where no visit has a result of it.
struct Checklist {
  std::vector<ChecklistItem> answered, open;
};

Checklist checklist(const report::Report& report);

/// The checklist as Markdown: a table a section, one line an item, whatever names of visits and channels hold.
std::string checklist_text(const report::Report& report);

}  // namespace attune::exports
