#include "report/curve_choices.hpp"

#include <span>
#include <string_view>
#include <utility>

#include "words/ids/curve.hpp"
#include "words/ids/finding.hpp"

namespace attune::report {
namespace {

using words::Said;
using words::Text;

Said band_named(double low_hz, double high_hz) {
  return words::say<"curve.option.band">(
      {{"low", words::at_most(low_hz, 2)}, {"high", words::at_most(high_hz, 2)}});
}

Said named(eeg::Reference reference) {
  constexpr std::array<std::string_view, 4> names{"as_recorded", "average", "cz", "linked"};
  return words::say<"curve.option.reference">(
      {{"reference", words::as_is(names[static_cast<std::size_t>(reference)])}});
}

Said named(const eeg::Pair& pair) {
  return words::say<"curve.option.pair">(
      {{"right", words::as_is(pair.right)}, {"left", words::as_is(pair.left)}});
}

}  // namespace

std::array<AsymmetryForm, 3> asymmetry_forms() {
  return {{{words::say<"finding.form.absolute">(), &visit::AsymmetrySpecification::absolute, true},
           {words::say<"finding.form.relative">(), &visit::AsymmetrySpecification::relative, false},
           {words::say<"finding.form.oscillatory">(), &visit::AsymmetrySpecification::oscillatory, false}}};
}

std::array<RsaMethod, 3> rsa_methods(hrv::BeatModel own) {
  const bool ipfm = own == hrv::BeatModel::ipfm;
  return {{{words::say<"finding.form.spectral">(), &visit::RsaSpecification::spectral, !ipfm},
           {words::say<"finding.form.porges">(), &visit::RsaSpecification::porges, false},
           {words::say<"finding.form.ipfm">(), &visit::RsaSpecification::ipfm, ipfm}}};
}

std::vector<Said> options_of(const AsymmetryForm& form, const visit::AsymmetrySpecification& rest) {
  return {form.name, band_named(rest.band.low_hz, rest.band.high_hz), named(rest.reference),
          words::say<"curve.option.amplitude_limit">({{"limit", words::at_most(rest.max_abs_uv, 1)}}),
          named(rest.pair)};
}

std::vector<Said> options_of(const RsaMethod& method, const visit::RsaSpecification& rest) {
  return {method.name, words::say<"curve.option.epoch">({{"seconds", words::at_most(rest.epoch_s, 1)}}),
          band_named(rest.band.low_hz, rest.band.high_hz)};
}

std::vector<CurveChoice> choices_of(const std::vector<Way>& ways, bool brain) {
  constexpr std::array<std::string_view, 5> of_brain{"form", "band", "reference", "amplitude_limit", "pair"};
  constexpr std::array<std::string_view, 3> of_heart{"method", "epoch", "band"};
  const std::span<const std::string_view> ids =
      brain ? std::span<const std::string_view>(of_brain) : std::span<const std::string_view>(of_heart);
  std::vector<CurveChoice> choices;
  for (std::size_t c = 0; c < ids.size(); ++c) {
    const std::string id(ids[c]);
    const std::string named_by = brain && id == "band" ? "alpha" : id;
    CurveChoice choice{id, words::say<"curve.choice">({{"choice", words::as_is(named_by)}}), {}};
    const auto add = [&](const Said& option) {
      if (std::find(choice.options.begin(), choice.options.end(), Text(option)) == choice.options.end())
        choice.options.emplace_back(option);
    };
    for (const Way& one : ways)
      if (one.own) add(one.options[c]);
    for (const Way& one : ways) add(one.options[c]);
    choices.push_back(std::move(choice));
  }
  return choices;
}

std::vector<CurveGap> take_out_gaps(const std::vector<Way>& ways, std::vector<CurveChoice>& choices) {
  std::vector<CurveGap> gaps;
  std::vector<int> told(ways.size());  // flags
  for (std::size_t c = 0; c < choices.size(); ++c)
    std::erase_if(choices[c].options, [&](const Text& option) {
      const auto has_option = [&](const Way& one) { return Text(one.options[c]) == option; };
      if (std::any_of(ways.begin(), ways.end(),
                      [&](const Way& one) { return has_option(one) && one.refused.empty(); }))
        return false;
      CurveGap gap{0, choices[c].id, option, {}};
      for (std::size_t i = 0; i < ways.size(); ++i) {
        if (!has_option(ways[i]) || std::exchange(told[i], 1) != 0) continue;
        if (gap.analyses++ == 0) gap.reason = ways[i].refused;
      }
      if (gap.analyses > 0) gaps.push_back(std::move(gap));
      return true;
    });
  for (std::size_t i = 0; i < ways.size(); ++i) {
    if (told[i] != 0 || ways[i].refused.empty()) continue;
    const auto known = std::find_if(gaps.begin(), gaps.end(), [&](const CurveGap& gap) {
      return gap.what.empty() && gap.reason == ways[i].refused;
    });
    if (known == gaps.end())
      gaps.push_back({1, {}, {}, ways[i].refused});
    else
      ++known->analyses;
  }
  return gaps;
}

std::vector<int> places_of(const Way& way, const std::vector<CurveChoice>& choices) {
  std::vector<int> places;
  for (std::size_t c = 0; c < choices.size(); ++c) {
    const auto& options = choices[c].options;
    const auto at = std::find(options.begin(), options.end(), Text(way.options[c]));
    places.push_back(static_cast<int>(at - options.begin()));
  }
  return places;
}

CurveGap repeats(const CurveChoice& choice, std::size_t option, std::size_t same) {
  CurveGap gap;
  gap.choice = choice.id;
  gap.what = choice.options[option];
  gap.reason = words::say<"curve.repeats">({{"option", choice.options[same]}});
  return gap;
}

std::optional<ChoiceShares> choice_of_most(const std::vector<CurveChoice>& choices,
                                           const std::vector<OptionCounts>& counts) {
  std::optional<ChoiceShares> found;
  double most = 0;
  for (std::size_t c = 0; c < choices.size(); ++c) {
    const auto& [n, beyond] = counts[c];
    double lowest = 1, highest = 0;
    ChoiceShares one{c, {}};
    for (std::size_t o = 0; o < n.size(); ++o) {
      lowest = std::min(lowest, static_cast<double>(beyond[o]) / n[o]);
      highest = std::max(highest, static_cast<double>(beyond[o]) / n[o]);
      one.shares.push_back(
          words::say<"curve.share">({{"option", choices[c].options[o]}, {"beyond", beyond[o]}, {"n", n[o]}}));
    }
    if (highest - lowest <= most) continue;
    most = highest - lowest;
    found = std::move(one);
  }
  return found;
}

}  // namespace attune::report
