// What recorders and people write in labels, units, prefilter fields and annotations, in four languages. What is right is
// what the words say, in EDF+'s standard texts or in the manuals of amplifiers (HFF is Natus's low-pass, HF Nihon
// Kohden's), and the formula of a time constant, f = 1 / (2 pi tau).
#include <string>
#include <utility>
#include <vector>

#include "edf/channels.hpp"
#include "edf/marks.hpp"
#include "edf/nets.hpp"
#include "edf/person.hpp"
#include "edf/phases.hpp"
#include "edf/recorded_phases.hpp"
#include "edf/units.hpp"
#include "edf_bytes.hpp"
#include "support.hpp"
#include "visit/header_doubts.hpp"
#include "visit/measure.hpp"

using namespace attune;
using namespace attune::test;

namespace {

edf::Annotation spoken(double onset_s, std::optional<double> duration_s, const char* text) {
  edf::Annotation made;
  made.onset = static_cast<edf::Ticks>(onset_s * edf::ticks_per_second);
  if (duration_s) made.duration = static_cast<edf::Ticks>(*duration_s * edf::ticks_per_second);
  made.text = text;
  return made;
}

/// A file of 360 records of one second: two EEG channels, and a channel that holds `code(second)`.
visit::RecordingFeatures with_codes(const std::string& label, std::int16_t (*code)(int)) {
  constexpr int seconds = 360, rate_hz = 64;
  RawFile file = raw_file();
  file.records = std::to_string(seconds);
  file.signals = {RawSignal{"EEG F3"}, RawSignal{"EEG F4"}, RawSignal{label}};
  for (RawSignal& one : file.signals) one.samples = std::to_string(rate_hz);
  file.data.clear();
  for (int second = 0; second < seconds; ++second) {
    const Bytes eeg = counting(2 * rate_hz);
    file.data.insert(file.data.end(), eeg.begin(), eeg.end());
    for (int k = 0; k < rate_hz; ++k) {
      const auto value = static_cast<std::uint16_t>(code(second));
      file.data.push_back(static_cast<std::uint8_t>(value));
      file.data.push_back(static_cast<std::uint8_t>(value >> 8));
    }
  }
  const Bytes bytes = assemble(file);
  visit::RecordingStream stream(bytes.size(), {});
  REQUIRE(stream.push(bytes).ok());
  auto features = stream.finish();
  REQUIRE(features.ok());
  return std::move(*features);
}

std::vector<std::uint32_t> codes_in(const visit::RecordingFeatures& features) {
  std::vector<std::uint32_t> codes;
  for (const edf::StatusCode& one : features.codes) codes.push_back(one.code);
  return codes;
}

}  // namespace

TEST_CASE("both limits of a filter are read as amplifiers and people write them") {
  for (const char* spelled : {"HP0.5 LP8",
                              "HP:0.5/LP:8",
                              "(HP:0.5 LP:8)",
                              "HP:0.5Hz|LP:8Hz",
                              "HF:8Hz LF:0.5Hz",
                              "Hi 8Hz Lo 0.5Hz",
                              "Lower: 0.5 Hz Upper: 8 Hz",
                              "High Cutoff: 8 Hz, Low Cutoff: 0.5 Hz",
                              "TP:8Hz HP:0.5Hz",
                              "PB:8Hz PH:0,5Hz",
                              "Paso bajo 8 Hz; paso alto 0.5 Hz",
                              "Highpass filter=0.5 Lowpass filter=8",
                              "BP 0.5-8",
                              "Bandpass: 0.5-8",
                              "0.5\u20138 Hz",
                              "0.5...8 Hz",
                              "0.5 Hz to 8 Hz",
                              "0.5~8Hz",
                              "Notch: 50Hz; 0.5-8Hz",
                              "Filter: 0.5 - 8 Hz, Notch 50 Hz",
                              ">0.5Hz <8Hz",
                              "0.5Hz HP, 8Hz LP",
                              "8 Hz low-pass, 0.5 Hz high-pass",
                              "HP:0.1Hz HP:0.5Hz LP:100Hz LP:8Hz",
                              "N:50 HP:0.5 LP:8"}) {
    const edf::Filters filters = edf::read_filters(spelled);
    CHECK_MESSAGE(filters.highpass_hz == 0.5, spelled);
    CHECK_MESSAGE(filters.lowpass_hz == 8.0, spelled);
  }
  for (const char* low : {"LP8Hz", "Hi-cut 8Hz", "low-pass filter 8 Hz", "Upper cutoff 8 Hz", "<8Hz",
                          "8 Hz Tiefpass", "LP:113Hz LP:8Hz", "LP:8Hz 24dB/oct", "LP:8Hz(-3dB)"}) {
    CHECK_MESSAGE(edf::read_filters(low).lowpass_hz == 8.0, low);
    CHECK_MESSAGE(!edf::read_filters(low).highpass_hz, low);
  }
  for (const char* tau : {"TC: 0.1", "TC 100ms", "T.C. 0.1s", "tau 0.1 s", "Time constant: 0.1 s"})
    CHECK_MESSAGE(edf::read_filters(tau).highpass_hz.value_or(0) == doctest::Approx(1.5915).epsilon(0.001),
                  tau);
  CHECK(edf::read_filters("DC").highpass_hz == 0.0);
  CHECK(edf::read_filters("TC:300 msec").highpass_hz.value_or(0) == doctest::Approx(0.5305).epsilon(0.001));
  CHECK(edf::read_filters("LP 4th order 30 Hz").lowpass_hz == 30.0);
  CHECK(edf::read_filters("HP: order 1 0.16 Hz").highpass_hz == 0.16);
  CHECK(edf::read_filters("TC:0.3 s HF:35Hz").lowpass_hz == 35.0);
}

TEST_CASE("more words of filters are read; those that are not are told") {
  for (const char* text : {"BPF:0.1-8", "Filter: 0.1..8Hz", "LoPass:8", "DC-8Hz", "tau=0.3;HF=8"}) {
    CAPTURE(text);
    CHECK(edf::read_filters(text).lowpass_hz.value_or(0) == 8);
  }
  CHECK(edf::read_filters("HP:0.1Hz LP:70Hz").lowpass_hz.value_or(0) == 70);
  const auto told = [](const char* prefilter) {
    edf::Header header;
    edf::Signal& signal = header.signals.emplace_back();
    signal.label = "EEG F3";
    signal.unit = "uV";
    signal.kind = edf::ChannelKind::eeg;
    signal.site = "F3";
    signal.prefilter = prefilter;
    signal.filters = edf::read_filters(prefilter);
    std::vector<std::string> texts;
    for (const Diagnostic& one : visit::header_doubts(header, {6, 9}))
      if (one.code == "N_FILTER_UNREAD") texts.push_back(one.raw);
    return texts;
  };
  CHECK(told("eegfilt 6 9") == std::vector<std::string>{"eegfilt 6 9"});
  CHECK(told("HP:0.1Hz").empty());
  CHECK(told("None").empty());
  CHECK(told("").empty());
}

TEST_CASE("what names no limit for certain states none") {
  for (const char* unclear : {"N:48-52Hz", "LP:8-12Hz", "High 70 Hz", "fc=8Hz", "EEG 10-20 system",
                              "sampled at 250 Hz", "gain 20", "HP:off LP:off", "LP:1/8"}) {
    CHECK_MESSAGE(!edf::read_filters(unclear).highpass_hz, unclear);
    CHECK_MESSAGE(edf::read_filters(unclear).lowpass_hz.value_or(1) == 1, unclear);
  }
}

TEST_CASE("units of volts are read with the prefixes that people write") {
  for (const auto& pair : std::vector<std::pair<const char*, const char*>>{{"nanoV", "nV"},
                                                                           {"nVolt", "nV"},
                                                                           {"\u00B5Volts", "uV"},
                                                                           {"Mikrovol", "uV"},
                                                                           {"mVolts", "mV"},
                                                                           {"1e-6 V", "uV"},
                                                                           {"Volts", "V"}})
    CHECK_MESSAGE(edf::read_unit(pair.first).text == pair.second, pair.first);
  for (const char* other : {"pV", "10uV", "uV*10", "kV", "Vpp"})
    CHECK_MESSAGE(!edf::microvolts_per(edf::read_unit(other).text), other);
}

TEST_CASE("a site's reference is read without the words that join them") {
  for (const auto& pair : std::vector<std::pair<const char*, const char*>>{{"F3-(A1+A2)/2", "LE"},
                                                                           {"F3-(M1+M2)/2", "M1M2"},
                                                                           {"F3 ref A2", "A2"},
                                                                           {"F3 vs A2", "A2"},
                                                                           {"EEG F3-Ref", "REF"}}) {
    const edf::ChannelGuess guess = edf::guess_channel(pair.first, "uV");
    CHECK_MESSAGE(guess.site == "F3", pair.first);
    CHECK_MESSAGE(guess.reference == pair.second, pair.first);
  }
}

TEST_CASE("pressure, flow and temperature with the letters of a site are no EEG") {
  for (const auto& pair : std::vector<std::pair<const char*, const char*>>{
           {"F1", "L/s"}, {"P1", "hPa"}, {"T1", "\u00B0C"}, {"P1 temp", ""}, {"C3", "uS"}})
    CHECK_MESSAGE(edf::guess_channel(pair.first, pair.second).kind == edf::ChannelKind::other, pair.first);
  CHECK(edf::guess_channel("F3", "uV").kind == edf::ChannelKind::eeg);
  CHECK(edf::guess_channel("F3", "").kind == edf::ChannelKind::eeg);
}

TEST_CASE("whose ECG it is, as labels of 16 letters have it") {
  for (const char* infant :
       {"fECG", "iECG", "infECG", "ECG inf", "ECG bb", "ECG neo", "ECG foetal", "ECG hijo"}) {
    CHECK_MESSAGE(edf::is_infants_ecg(infant), infant);
    CHECK_MESSAGE(edf::guess_channel(infant, "mV").kind == edf::ChannelKind::ecg, infant);
  }
  for (const char* mother : {"matECG", "ECG_Mat", "ECG mam", "ECG materno"})
    CHECK_MESSAGE(edf::is_parents_ecg(mother), mother);
}

TEST_CASE("electrodes of one ECG are paired in four languages, beside a reference or not") {
  for (const auto& pair : std::vector<std::pair<const char*, const char*>>{{"ECG links", "ECG rechts"},
                                                                           {"ECG gauche", "ECG droit"},
                                                                           {"EKG li", "EKG re"},
                                                                           {"ECG izq", "ECG der"},
                                                                           {"ECG (+)", "ECG (-)"},
                                                                           {"EKG1-REF", "EKG2-REF"},
                                                                           {"POL EKG1", "POL EKG2"},
                                                                           {"EXG1 ECG", "EXG2 ECG"},
                                                                           {"ECG chest", "ECG back"},
                                                                           {"ECG RA", "ECG LL"}}) {
    edf::Header header;
    for (const char* label : {pair.first, pair.second}) {
      edf::Signal& one = header.signals.emplace_back();
      one.label = label;
      one.unit = "mV";
      one.samples_per_record = 256;
      one.sample_rate_hz = 256;
      one.calibrated = true;
    }
    edf::classify_channels(header);
    CHECK_MESSAGE(edf::find_ecg_pairs(header).size() == 1, pair.first);
  }
}

TEST_CASE("nets are known by their numbers however the number is joined") {
  for (const char* label : {"E 24", "E_24", "E-24", "EEG E24"})
    CHECK_MESSAGE(edf::net_number(label) == 24, label);
  for (const char* label : {"EGI 24", "HGSN 24", "Channel 24"})
    CHECK_MESSAGE(edf::channel_number(label) == 24, label);
  CHECK(edf::is_vertex("REF CZ"));
}

TEST_CASE("marks of pauses and lost connections join what was not recorded together, in four languages") {
  const std::vector<Interval> five{{0, 300}};
  for (const char* text : {"amplifier disconnected",
                           "Amplifier reconnected",
                           "Headbox disconnected",
                           "Bluetooth disconnected",
                           "Connection lost",
                           "REC PAUSE",
                           "Acquisition stopped",
                           "dropped packets",
                           "Segment: REC START STANDARD EEG",
                           "Aufnahme gestoppt",
                           "Aufzeichnungspause",
                           "Verst\u00E4rker getrennt",
                           "D\u00E9but d'enregistrement",
                           "Interruption enregistrement",
                           "registro pausado",
                           "Grabaci\u00F3n en pausa",
                           "File boundary",
                           "Cut here",
                           "Neues Segment",
                           "nouveau segment",
                           "data lost",
                           "Segment removed",
                           "rec. paused",
                           "type: boundary",
                           "urevent boundary"}) {
    const std::vector<edf::Annotation> one{spoken(150, {}, text)};
    CHECK_MESSAGE(edf::find_time_marks(one, {}, five).joins_s.size() == 1, text);
  }
  for (const char* text : {"mother takes a break", "Video paused", "Bluetooth toy", "registro", "haircut",
                           "cut the tape of electrode F3"}) {
    const std::vector<edf::Annotation> one{spoken(150, {}, text)};
    CHECK_MESSAGE(edf::find_time_marks(one, {}, five).joins_s.empty(), text);
  }
}

TEST_CASE("stretches that their maker called bad are left out, in four languages") {
  using edf::MarkKind;
  for (const auto& pair :
       std::vector<std::pair<const char*, MarkKind>>{{"Marked bad", MarkKind::bad},
                                                     {"\u00E0 rejeter", MarkKind::bad},
                                                     {"mauvais signal", MarkKind::bad},
                                                     {"schlechtes Signal", MarkKind::bad},
                                                     {"nicht verwendbar", MarkKind::bad},
                                                     {"mala se\u00F1al", MarkKind::bad},
                                                     {"descartar", MarkKind::bad},
                                                     {"discarded", MarkKind::bad},
                                                     {"event: crying", MarkKind::crying},
                                                     {"eye movement artifact", MarkKind::artifact},
                                                     {"sweat artefact", MarkKind::artifact},
                                                     {"Schwitzartefakt", MarkKind::artifact},
                                                     {"saturated", MarkKind::artifact},
                                                     {"Baby is crying", MarkKind::crying},
                                                     {"infant_state=crying", MarkKind::crying},
                                                     {"head movement", MarkKind::movement},
                                                     {"se mueve", MarkKind::movement},
                                                     {"mesure d'imp\u00E9dance", MarkKind::impedance},
                                                     {"CAL", MarkKind::calibration},
                                                     {"Eichsignal", MarkKind::calibration}}) {
    CHECK_MESSAGE(edf::read_time_mark(pair.first) == pair.second, pair.first);
    const std::vector<edf::Annotation> one{spoken(100, 30, pair.first)};
    const auto marks = edf::find_time_marks(one, {}, std::vector<Interval>{{0, 300}});
    REQUIRE_MESSAGE(marks.marked.size() == 1, pair.first);
    CHECK(marks.marked[0].end_s == 130);
  }
  for (const char* usable : {"artifact free", "no eye artifacts", "flat affect", "white noise",
                             "noise in the corridor", "saturation 98 %", "infant calm"})
    CHECK_MESSAGE(edf::read_time_mark(usable) == MarkKind::usable, usable);
}

TEST_CASE("what happens to a toy, or that it is quiet, begins no part of the protocol") {
  const edf::PhaseSettings usual;
  for (const char* text : {"drops toy", "Toy drop", "mother quiet again now"}) {
    CHECK_MESSAGE(!edf::read_phase_mark(text, usual).recognised, text);
  }
  for (const char* text : {"Toy", "toy play", "Quiet", "quiet alert", "Ruhemessung", "LDB"})
    CHECK_MESSAGE(edf::read_phase_mark(text, usual).recognised, text);
  CHECK(edf::read_phase_mark("mother-infant interaction", usual).kind == PhaseKind::play);
  CHECK(edf::read_phase_mark("SF interaction", usual).kind == PhaseKind::still_face);
  CHECK(edf::read_phase_mark("Reunion: mother-infant interaction", usual).kind == PhaseKind::reunion);
  // The still-face ends there, and it is asked.
  const std::vector<edf::Annotation> annotations{spoken(0, {}, "Play"), spoken(120, {}, "Still face"),
                                                 spoken(150, {}, "Toy drop"), spoken(240, {}, "Reunion")};
  const auto found = edf::find_recorded_phases(annotations, {}, 360, {}, {});
  REQUIRE(found.phases.size() == 3);
  CHECK(found.phases[1].end_s == 150);
  REQUIRE(found.diagnostics.size() == 1);
  CHECK(found.diagnostics[0].code == "W_PHASE_MARK");
}

TEST_CASE("codes of a trigger channel are offered in EDF too; a first code that is held counts") {
  const auto held = with_codes("Trigger", [](int second) {
    return static_cast<std::int16_t>(second < 120 ? 1 : second < 240 ? 2 : 3);
  });
  CHECK(codes_in(held) == std::vector<std::uint32_t>{1, 2, 3});
  CHECK(held.codes[0].onset_s == 0);
  // A code that the channel goes back to is what it rests at.
  const auto pulses = with_codes("STI 014", [](int second) {
    return static_cast<std::int16_t>(second == 120 ? 2 : second == 240 ? 3 : 255);
  });
  CHECK(codes_in(pulses) == std::vector<std::uint32_t>{2, 3});
  CHECK(codes_in(with_codes("Light", [](int second) {
          return static_cast<std::int16_t>(second / 100);
        })).empty());
}

TEST_CASE("a version field that is blank, or not ASCII, is read and said where the rest is sound") {
  RawFile file = raw_file();
  for (const std::string& version : {std::string(),
                                     std::string("\xFF"
                                                 "biosemi"),
                                     std::string("\xFE"
                                                 "ABC")}) {
    file.version = version;
    const Reading got = read(assemble(file));
    CAPTURE(version.size());
    REQUIRE(got.error().empty());
    CHECK(got.find("W_VERSION") != nullptr);
    REQUIRE(got.digital.size() == 2);
    CHECK(got.digital[0].size() == 4 * 8);
  }
}

TEST_CASE("records that keep another step than the header's throughout are told at once") {
  const auto with_step = [](double step_s, const char* reserved) {
    std::vector<std::vector<std::string>> tals;
    for (int record = 0; record < 20; ++record)
      tals.push_back({clock("+" + std::to_string(step_s * record))});
    return read(with_tals(tals, reserved));  // of records of one second
  };
  const Reading half = with_step(0.5, "EDF+C");
  CHECK(half.message("W_RECORD_TIMES")
            .starts_with("By the header a record lasts 1 s, by the records’ own times 0.5 s"));
  CHECK(half.find("W_RECORDS_OVERLAP") == nullptr);
  CHECK(with_step(2, "EDF+C").find("W_RECORD_TIMES") != nullptr);
  CHECK(with_step(2, "EDF+D").find("W_RECORD_TIMES") == nullptr);
  CHECK(with_step(1, "EDF+C").find("W_RECORD_TIMES") == nullptr);
}

TEST_CASE("the first day of 1985, 1970 or 1900 is no date of birth") {
  for (const char* birth : {"01-JAN-1985", "01-JAN-1970", "01-JAN-1900"})
    CHECK(edf::read_person({"P-1 F " + std::string(birth) + " X", "", false}).birth_date.empty());
  CHECK(edf::read_person({"P-1 F 02-JAN-1985 X", "", false}).birth_date == "1985-01-02");
}
