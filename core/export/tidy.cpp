#include "export/tidy.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>

#include "base/measure_table.hpp"
#include "base/unit_names.hpp"
#include "export/methods_text.hpp"

namespace attune::exports {
namespace {

using Kind = TypeInfo::Kind;

/// Of a member that is no measure.
std::string unit_of(std::string_view name) {
  if (const std::string_view unit = unit_in_name(name); !unit.empty()) return std::string(unit);
  return belongs_to(Family::asymmetry, name) ? std::string(measure_info(name)->unit) : "1";
}

/// Numbers about a measure that do not have its unit.
std::string unit_of_statistic(std::string_view name, const std::string& unit) {
  for (const std::string_view bare : {"t", "df", "p", "index", "reliability"})
    if (name == bare) return "1";
  return name == "percentile" ? "%" : unit;
}

bool is_number(const TypeInfo& type) {
  return type.kind == Kind::number || type.kind == Kind::integer ||
         (type.kind == Kind::optional && is_number(*type.item));
}

std::optional<double> number_in(const TypeInfo& type, const void* value) {
  if (type.kind == Kind::optional)
    return type.size(value) == 0 ? std::nullopt : number_in(*type.item, type.at(value, 0));
  const double number =
      type.kind == Kind::number ? type.number(value) : static_cast<double>(type.integer(value));
  return std::isfinite(number) ? std::optional(number) : std::nullopt;
}

/// The text or the name in a member; empty for another kind.
std::string text_in(const TypeInfo& type, const void* value) {
  if (type.kind == Kind::text) return *static_cast<const std::string*>(value);
  if (type.kind == Kind::words) return static_cast<const words::Text*>(value)->english();
  if (type.kind == Kind::enumeration)
    return std::string(type.names[static_cast<std::size_t>(type.integer(value))]);
  return "";
}

const void* member_of(const MemberInfo& member, const void* owner) {
  return member.of(const_cast<void*>(owner));
}

/// Walks the report. The row that is handed down holds what is known of the place so far.
class Walk {
 public:
  explicit Walk(const report::Report& report) : participant_(report.participant) {
    for (const visit::Visit& visit : report.visits) labels_.push_back(visit.label);
    for (const report::Measure& measure : report.measures) {
      table.measures[measure.id] = {measure.title.english(), measure.unit.english()};
      TidyRow row;
      row.part = "measures";
      object(type_info<report::Measure>, &measure, row);
    }
    for (const visit::Visit& visit : report.visits) {
      TidyRow row;
      row.visit = visit.label;
      object(type_info<visit::Visit>, &visit, row);
    }
  }

  TidyTable table;

 private:
  void object(const TypeInfo& type, const void* value, TidyRow row) {
    row.n.reset();
    row.used.reset();
    for (std::string* own : {&row.finding, &row.how, &row.source, &row.reason}) own->clear();
    place(type, value, row);
    const std::size_t before = table.rows.size();
    bool first = true;
    for (const MemberInfo& member : type.members) {
      const void* at = member_of(member, value);
      const std::string_view name = member.name;
      if (member.type->name == std::string_view(Estimate::type_name)) {
        estimate(row, member, *static_cast<const Estimate*>(at));
      } else if (is_number(*member.type) && !is_place(name)) {
        const auto number = number_in(*member.type, at);
        // Of what is said about a measure only what is known, and one line for the reason of the rest.
        if (number || row.measure.empty() || first) add(row, member, number);
        first = false;
      } else if (member.type->name == std::string_view(hrv::Tachogram::type_name)) {
        continue;  // the beats have a table of their own
      } else if (member.type->kind == Kind::object && name != "phase") {
        object(*member.type, at, inside(row, name));
      } else if (member.type->kind == Kind::vector) {
        list(member, at, row);
      } else if (member.type->kind == Kind::map && is_number(*member.type->item)) {
        counts(member, at, row);
      }
    }
    series(type, value, row);
    if (table.rows.size() == before && row.start_s && row.end_s) add(row, stretch, *row.end_s - *row.start_s);
  }

  static constexpr MemberInfo stretch{"duration_s", "Length of the stretch.", {},
                                      {},           &type_info<double>,       nullptr};

  static bool is_place(std::string_view name) {
    constexpr std::array<std::string_view, 7> places{"start_s", "end_s", "n", "from", "to", "decimals"};
    return std::find(places.begin(), places.end(), name) != places.end();
  }

  /// What an object's own members say of where its numbers belong.
  void place(const TypeInfo& type, const void* value, TidyRow& row) {
    std::string left, from;
    for (const MemberInfo& member : type.members) {
      const std::string_view name = member.name;
      const void* at = member_of(member, value);
      if (is_number(*member.type)) {
        const auto number = number_in(*member.type, at);
        if (name == "start_s") row.start_s = number;
        if (name == "end_s") row.end_s = number;
        if (name == "n" && number) row.n = static_cast<int>(*number);
        if (name == "from" && number) row.compared_with = label(*number);
        if (name == "to" && number) row.visit = label(*number);
        continue;
      }
      if (member.type->kind == Kind::object && name == "phase") place(*member.type, at, row);
      if (member.type->kind == Kind::boolean && name == "used") row.used = *static_cast<const bool*>(at);
      const std::string text = text_in(*member.type, at);
      if (text.empty()) continue;
      if (name == "left") left = text;
      if (name == "from") from = text;
      if (name == "right") row.item = text + "-" + left;
      if (name == "to") row.item = from + " > " + text;
      if (name == "reason" && member.type->kind == Kind::enumeration) {
        row.used = text == "none";
        if (*row.used) continue;
      }
      if (std::string* cell = column_of(type, name, row)) *cell = text;
    }
  }

  /// The column that a text of this name fills.
  static std::string* column_of(const TypeInfo& type, std::string_view name, TidyRow& row) {
    const bool is_channel = type.name == std::string_view(visit::Channel::type_name);
    const bool is_measure = type.name == std::string_view(report::Measure::type_name);
    const bool is_visit = type.name == std::string_view(visit::Visit::type_name);
    if (name == "phase" || (name == "name" && type.name == std::string_view(Phase::type_name)))
      return &row.phase;
    if (name == "kind" && !is_channel) return &row.phase_kind;
    if ((name == "label" && !is_visit) || name == "state" || name == "code") return &row.item;
    if (name == "choice" || name == "method" || name == "matched") return &row.how;
    if (name == "source" || name == "comparison_source") return &row.source;
    if (name == "reason" || name == "bad_reason") return &row.reason;
    if (name == "verdict" || name == "finding" || name == "level") return &row.finding;
    if (name == "id" && is_measure) return &row.measure;
    if (name == "unit" && is_measure) return &row.unit;
    return name == "domain" ? &row.domain : nullptr;
  }

  std::string label(double index) const {
    const auto i = static_cast<std::size_t>(index);
    return i < labels_.size() ? labels_[i] : "";
  }

  static TidyRow inside(TidyRow row, std::string_view name) {
    if (row.part.empty()) {
      row.domain = name == "heart" || name == "still_face" || name == "quality" ? name
                   : name == "eeg"                                              ? "brain"
                                                                                : "recording";
    }
    row.part += (row.part.empty() ? "" : ".") + std::string(name);
    return row;
  }

  /// Estimates and places of a measure stand in the order of the visits.
  void list(const MemberInfo& member, const void* value, const TidyRow& row) {
    const TypeInfo& items = *member.type->item;
    const bool by_visit = !row.measure.empty() && row.compared_with.empty();
    for (std::size_t i = 0; i < member.type->size(value); ++i) {
      TidyRow item = inside(row, member.name);
      const void* at = member.type->at(value, i);
      if (by_visit) item.visit = label(static_cast<double>(i));
      if (items.name == std::string_view(Estimate::type_name)) {
        estimate(item, {"value", member.about, {}, {}, &items, nullptr}, *static_cast<const Estimate*>(at));
      } else if (items.name == std::string_view(report::ComparisonInfant::type_name)) {
        infant(item, i, *static_cast<const report::ComparisonInfant*>(at));
      } else if (items.kind == Kind::object) {
        object(items, at, item);
      }
    }
  }

  void infant(TidyRow row, std::size_t index, const report::ComparisonInfant& infant) {
    row.item = "infant " + std::to_string(index + 1);
    for (std::size_t visit = 0; visit < infant.values.size(); ++visit) {
      row.visit = label(static_cast<double>(visit));
      if (infant.values[visit])
        add(row, {"value", "", {}, {}, &type_info<double>, nullptr}, infant.values[visit]);
    }
  }

  /// A map of counts: its keys are the reasons.
  void counts(const MemberInfo& member, const void* value, const TidyRow& row) {
    struct Call {
      Walk* walk;
      const MemberInfo* member;
      TidyRow row;
    } call{this, &member, row};
    member.type->each(value, &call, [](void* context, const std::string& key, const void* item) {
      Call& of = *static_cast<Call*>(context);
      of.row.reason = key;
      of.walk->add(of.row, *of.member, number_in(*of.member->type->item, item));
    });
  }

  /// Lists of numbers side by side: a line for each place on their axis.
  void series(const TypeInfo& type, const void* value, const TidyRow& row) {
    std::vector<const MemberInfo*> lists;
    for (const MemberInfo& member : type.members)
      if (member.type->kind == Kind::vector && is_number(*member.type->item)) lists.push_back(&member);
    const auto number = [&](const MemberInfo& member, std::size_t i) -> std::optional<double> {
      const void* at = member_of(member, value);
      if (i >= member.type->size(at)) return std::nullopt;
      return number_in(*member.type->item, member.type->at(at, i));
    };
    for (const MemberInfo* list : lists) {
      const std::string_view name = list->name;
      const bool is_axis = name == "time_s" || name == "frequency_hz" || name.find("_ci_") != name.npos;
      if (is_axis) continue;
      for (std::size_t i = 0; i < list->type->size(member_of(*list, value)); ++i) {
        TidyRow item = row;
        for (const MemberInfo* beside : lists) {
          const std::string_view axis = beside->name;
          if (axis == "time_s") item.start_s = number(*beside, i);
          if (axis == "frequency_hz") item.frequency_hz = number(*beside, i);
          if (axis.ends_with("_ci_low")) item.ci_low = number(*beside, i);
          if (axis.ends_with("_ci_high")) item.ci_high = number(*beside, i);
        }
        if (name == "times_s") item.start_s = number(*list, i);
        item.reason += flags(type, value, i);
        add(item, *list, number(*list, i));
      }
    }
  }

  /// Names of the flags that are set at one place of a series.
  static std::string flags(const TypeInfo& type, const void* value, std::size_t i) {
    std::string names;
    for (const MemberInfo& member : type.members) {
      if (member.type->kind != Kind::flags) continue;
      const auto& list = *static_cast<const std::vector<bool>*>(member_of(member, value));
      if (i < list.size() && list[i]) names += (names.empty() ? "" : "; ") + std::string(member.name);
    }
    std::replace(names.begin(), names.end(), '_', ' ');
    return names;
  }

  void estimate(TidyRow row, const MemberInfo& member, const Estimate& estimate) {
    row.se = estimate.se;
    row.df = estimate.df;
    row.ci_low = estimate.ci_low;
    row.ci_high = estimate.ci_high;
    row.n = estimate.n;
    row.reason = estimate.reason.english();
    add(row, member, estimate.value);
  }

  void add(TidyRow row, const MemberInfo& member, std::optional<double> value) {
    row.participant = participant_;
    row.value = value;
    if (row.part.empty()) row.part = "visit";
    if (row.domain.empty()) row.domain = "recording";
    if (row.measure.empty()) {
      row.measure = member.name;
      row.statistic = "value";
      row.unit = unit_of(row.measure);
      table.measures.try_emplace(row.measure, MeasureNote{member.about, row.unit});
    } else {
      row.statistic = member.name;
      row.unit = unit_of_statistic(row.statistic, row.unit);
    }
    table.rows.push_back(std::move(row));
  }

  std::string participant_;
  std::vector<std::string> labels_;
};

}  // namespace

TidyTable tidy(const report::Report& report) {
  return Walk(report).table;
}

Json tidy_sidecar(const TidyTable& table, const report::Report& report) {
  Json sidecar = table_columns<TidyRow>();
  Json levels = Json::object(), units = Json::object();
  for (const auto& [name, note] : table.measures) {
    levels[name] = note.title;
    units[name] = note.unit;
  }
  sidecar["measure"]["Levels"] = std::move(levels);
  sidecar["measure"]["Units"] = std::move(units);
  sidecar["Attune"]["Version"] = report.provenance.version;
  sidecar["Attune"]["Methods"] = to_json(methods(report));
  sidecar["Attune"]["Recordings"] = report.provenance.inputs_sha256;
  sidecar["Attune"]["Settings"] = to_json(report.provenance.settings);
  return sidecar;
}

}  // namespace attune::exports
