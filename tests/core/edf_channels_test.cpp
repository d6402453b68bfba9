// Labels as they stand in public recordings (BIDS examples, PhysioNet, MNE-Python, EEGLAB, BioSemi, EGI).
#include "edf/channels.hpp"
#include "edf_bytes.hpp"
#include "support.hpp"

using namespace attune;
using edf::ChannelKind;

namespace {

edf::Header with_labels(const std::vector<std::string>& labels) {
  edf::Header header;
  for (const std::string& label : labels) {
    header.signals.emplace_back();
    header.signals.back().label = label;
    header.signals.back().unit = "uV";
  }
  edf::classify_channels(header);
  return header;
}

/// E1 … of a net.
std::vector<std::string> electrodes(int count) {
  std::vector<std::string> labels;
  for (int e = 1; e <= count; ++e) labels.push_back("E" + std::to_string(e));
  return labels;
}

}  // namespace

TEST_CASE("EEG sites and references are recognised in their usual spellings") {
  struct Expected {
    const char* label;
    const char* site;
    const char* reference;
  };
  const Expected table[] = {{"F3", "F3", ""},
                            {"EEG F3-Cz", "F3", "Cz"},
                            {"F3..", "F3", ""},
                            {"EEG F3-REF", "F3", "REF"},
                            {"F3-A2", "F3", "A2"},
                            {"EEG F3-A2", "F3", "A2"},
                            {"EEG FP1-LE", "Fp1", "LE"},
                            {"FP1", "Fp1", ""},
                            {"EEG Fpz-Cz", "Fpz", "Cz"},
                            {"Fc5.", "FC5", ""},
                            {"EEG T3", "T3", ""},
                            {"afz", "AFz", ""},
                            {"EEG F4:M1", "F4", "M1"},
                            {"EEG F1-Ref", "F1", "REF"},
                            {"F4-C4", "F4", "C4"},
                            {"PO10", "PO10", ""},
                            {"eeg cz", "Cz", ""},
                            {"Iz..", "Iz", ""},
                            {"EEG P4/Avg", "P4", "AVG"},
                            {"F3M2", "F3", "M2"},
                            {"EEG C4A1", "C4", "A1"},
                            {"POL F3", "F3", ""},
                            {"EEGF3", "F3", ""},
                            {"EEG F3 [uV]", "F3", ""},
                            {"F3 (\u00B5V)", "F3", ""},
                            {"Ch01 F3", "F3", ""},
                            {"F3-AV", "F3", "AVG"},
                            {"EEG F3-A1A2", "F3", "LE"},
                            {"EEG F3-(A1+A2)", "F3", "LE"}};
  for (const Expected& expected : table) {
    const edf::ChannelGuess guess = edf::guess_channel(expected.label, "uV");
    CHECK_MESSAGE(guess.kind == ChannelKind::eeg, expected.label);
    CHECK(guess.site == expected.site);
    CHECK(guess.reference == expected.reference);
    CHECK(guess.certainty == edf::Certainty::sure);
  }
  CHECK(edf::guess_channel("EEG F3-LM").reference == "M1M2");
  CHECK(edf::guess_channel("EEG Channel-1").kind == ChannelKind::eeg);
  CHECK(edf::guess_channel("EEG Channel-1").site == "");
}

TEST_CASE("heart, breath, eyes, muscle and triggers are recognised") {
  const std::vector<std::pair<ChannelKind, std::vector<std::string>>> table{
      {ChannelKind::ecg,
       {"ECG", "EKG", "ECG II", "ECG1", "ecg", "EKG1-EKG2", "ECG MLII", "Lead II", "MLII", "aVF", "ECG LA-RA",
        "BIP-ECG", "EEG EKG-REF"}},
      {ChannelKind::respiration,
       {"RESP", "Resp thorax", "Resp oro-nasal", "Respiration", "Thorax", "Thor", "ABDO", "Abdomen",
        "Airflow", "breath", "RIP", "RESP1", "Nasal pressure"}},
      {ChannelKind::eog,
       {"EOG horizontal", "EOG1", "HEOG", "VEOG", "EOG-L", "LOC", "ROC", "EEG EOG2", "REOG"}},
      {ChannelKind::emg, {"EMG", "EMG submental", "EMG128", "Chin 1", "chin1-chin2"}},
      {ChannelKind::trigger,
       {"Status", "STATUS", "stAtUs", "tRigGer", "Trigger", "STI 014", "Event marker", "DIN1"}},
  };
  for (const auto& [kind, labels] : table)
    for (const std::string& label : labels)
      CHECK_MESSAGE(edf::guess_channel(label).kind == kind, label, " -> ",
                    name_of(edf::guess_channel(label).kind));
}

TEST_CASE("a track that a device derives from the ECG is no ECG, nor one in a unit that no signal has") {
  for (const char* label :
       {"ECG HR", "EKG rate", "ECG BPM", "ECG RR", "ECG Impedance", "ECG Impédance", "ECG-SQI"})
    CHECK_MESSAGE(edf::guess_channel(label, "").kind == ChannelKind::other, label);
  for (const char* unit : {"bpm", "BPM", "/min", "Ohm", "kOhm", "%", "ms"})
    CHECK_MESSAGE(edf::guess_channel("ECG", unit).kind == ChannelKind::other, unit);
  for (const char* unit : {"", "uV", "mV", "V", "a.u.", "adc"})
    CHECK_MESSAGE(edf::guess_channel("ECG", unit).kind == ChannelKind::ecg, unit);
}

TEST_CASE("labels of other devices and languages: hearts, breathing, and tracks that are neither") {
  for (const char* label :
       {"E.K.G.", "BabyECG", "Elektrokardiogramm", "ECG_bipolar", "POL EKG", "EEG ECG1", "ECG IIIa"})
    CHECK_MESSAGE(edf::guess_channel(label, "mV").kind == ChannelKind::ecg, label);
  for (const char* label :
       {"EKG Frequenz", "EKG Herzfrequenz", "ECG Fr\u00E9quence", "ECG_Freq", "ECGHR", "ECG Impedanz",
        "ECG lead off", "ECG Marker", "ECG QRS", "ECG Pulse", "ECG-derived resp"})
    CHECK_MESSAGE(edf::guess_channel(label, "").kind == ChannelKind::other, label);
  for (const char* unit : {"g", "mg", "b/min", "beats/m", "degC", "uS"})
    CHECK_MESSAGE(edf::guess_channel("ECG", unit).kind == ChannelKind::other, unit);
  for (const char* unit : {"counts", "n/a", "NV", "?V", "Volts"})
    CHECK_MESSAGE(edf::guess_channel("ECG", unit).kind == ChannelKind::ecg, unit);
  for (const char* label :
       {"Atmung", "Atem Brust", "THO", "ABD", "Effort ABD", "Flow", "Thermistor", "Respiraci\u00F3n"})
    CHECK_MESSAGE(edf::guess_channel(label, "").kind == ChannelKind::respiration, label);
  CHECK(edf::guess_channel("Resp", "Ohm").kind == ChannelKind::respiration);  // impedance of the chest
  for (const char* label :
       {"Resp Rate", "RespRate", "Atemfrequenz", "RR resp", "Fr\u00E9quence resp", "Resp HR"})
    CHECK_MESSAGE(edf::guess_channel(label, "").kind == ChannelKind::other, label);
  CHECK(edf::guess_channel("Resp", "1/min").kind == ChannelKind::other);
}

TEST_CASE("the impedance of an electrode is no EEG") {
  for (const char* label : {"F3 Impedance", "EEG F3 imp", "EEG impedance", "F4-Imp"})
    CHECK_MESSAGE(edf::guess_channel(label, "").kind == ChannelKind::other, label);
  for (const char* unit : {"Ohm", "kOhm", "%"}) {
    CHECK_MESSAGE(edf::guess_channel("F3", unit).kind == ChannelKind::other, unit);
    CHECK_MESSAGE(edf::guess_channel("EEG F3", unit).kind == ChannelKind::other, unit);
  }
  CHECK(edf::guess_channel("EEG F3", "counts").kind == ChannelKind::eeg);
}

TEST_CASE("a parent’s breathing is not the infant's") {
  for (const char* label : {"Resp mother", "Atmung Mutter", "Resp maman"}) {
    CHECK_MESSAGE(edf::guess_channel(label, "").kind == ChannelKind::other, label);
    CHECK_MESSAGE(edf::is_parents_breath(label), label);
  }
  CHECK(!edf::is_parents_breath("Resp infant"));
}

TEST_CASE("an ECG that names a parent is not the infant’s heart") {
  for (const char* label : {"ECG mother", "Mother ECG", "EKG Mutter", "ECG-Mum", "ECG maternal", "ECG mère",
                            "ECG_mom", "ECGmother", "ECG père", "ECG (mother)", "EKG Vater", "ECG padre",
                            "ECG adult", "mECG", "MotherECG", "ECG Caregiver", "EKG Eltern"}) {
    CHECK_MESSAGE(edf::guess_channel(label, "mV").kind == ChannelKind::other, label);
    CHECK_MESSAGE(edf::is_parents_ecg(label), label);
  }
  for (const char* label : {"ECG infant", "ECG baby", "ECG bébé", "EKG Kind", "ECG", "ECG2", "ECG MLII"}) {
    CHECK_MESSAGE(edf::guess_channel(label, "mV").kind == ChannelKind::ecg, label);
    CHECK_MESSAGE(!edf::is_parents_ecg(label), label);
  }
  CHECK(!edf::is_parents_ecg("EEG F3"));
  CHECK(!edf::is_parents_ecg("ECG HR mother"));
}

TEST_CASE("what is none of these is other, and not guessed") {
  for (const char* label : {"Temp rectal", "SpO2", "ramp", "sine 8 Hz", "Ergo-Left", "GSR1", "Plet", "noise",
                            "", "X", "Battery", "Light", "Accel X"}) {
    const edf::ChannelGuess guess = edf::guess_channel(label);
    CHECK_MESSAGE(guess.kind == ChannelKind::other, label);
    CHECK(guess.site.empty());
    CHECK(guess.certainty == edf::Certainty::unknown);
  }
}

TEST_CASE("electrodes of a HydroCel net get their 10-10 equivalents, said to be likely") {
  const edf::Header net = with_labels(electrodes(128));
  CHECK(net.signals[23].site == "F3");
  CHECK(net.signals[123].site == "F4");
  CHECK(net.signals[51].site == "P3");
  CHECK(net.signals[91].site == "P4");
  CHECK(net.signals[0].site == "");
  CHECK(net.signals[0].kind == ChannelKind::eeg);
  CHECK(net.signals[23].certainty == edf::Certainty::likely);
  const edf::Header pair = with_labels({"EEG E24", "E124", "ECG"});
  CHECK(pair.signals[0].site == "F3");
  CHECK(pair.signals[1].site == "F4");
  CHECK(pair.signals[2].kind == ChannelKind::ecg);
  CHECK(with_labels(electrodes(64)).signals[11].site == "F3");
  CHECK(with_labels(electrodes(64)).signals[59].site == "F4");
}

TEST_CASE("a net of 32 has its own places; a few low numbers may be of any net and have none") {
  // Coordinates of EGI's GSN-HydroCel-32.sfp, as MNE-Python has it: E3 and E4 mirror each other at F3 and F4; E11 and E12
  // stand 4.7 cm lower, at F7 and F8. On the net of 64 E12 is F3.
  std::vector<std::string> labels = electrodes(32);
  labels.push_back("Cz");
  labels.push_back("ECG");
  const edf::Header net = with_labels(labels);
  CHECK(net.signals[2].site == "F3");
  CHECK(net.signals[3].site == "F4");
  CHECK(net.signals[10].site == "F7");
  CHECK(net.signals[11].site == "F8");
  CHECK(net.signals[16].site == "");
  CHECK(net.signals[32].site == "Cz");
  CHECK(net.signals[33].kind == ChannelKind::ecg);
  const edf::Header few = with_labels({"E3", "E4", "E12", "E20"});
  CHECK(few.signals[0].kind == ChannelKind::eeg);
  for (const edf::Signal& signal : few.signals) CHECK(signal.site.empty());
}

TEST_CASE("numbers without a letter are a net only with its reference; else no site is guessed") {
  const auto numbered = [](const char* before, int count, int width) {
    std::vector<std::string> labels;
    for (int n = 1; n <= count; ++n) {
      std::string digits = std::to_string(n);
      digits.insert(0, static_cast<std::size_t>(std::max(0, width - static_cast<int>(digits.size()))), '0');
      labels.push_back(before + digits);
    }
    return labels;
  };
  const edf::Header with_reference = with_labels(numbered("EEG ", 129, 3));
  CHECK(with_reference.signals[23].site == "F3");
  CHECK(with_reference.signals[123].site == "F4");
  CHECK(with_reference.signals[128].site == "Cz");
  CHECK(with_reference.signals[23].certainty == edf::Certainty::likely);
  auto vertex = numbered("", 64, 0);
  vertex.push_back("VREF");
  CHECK(with_labels(vertex).signals[11].site == "F3");
  CHECK(with_labels(vertex).signals[64].site == "Cz");
  // 128, 64, 32 or 60 alone may be of any amplifier.
  for (const int count : {128, 64, 60, 32})
    for (const char* before : {"EEG ", "", "Ch", "EEG"}) {
      const edf::Header any = with_labels(numbered(before, count, 3));
      CAPTURE(count);
      for (const edf::Signal& signal : any.signals) CHECK(signal.site.empty());
      CHECK(any.signals[0].kind == ChannelKind::eeg);
    }
  const edf::Header few = with_labels({"1", "2", "3", "F3", "F4"});
  CHECK(few.signals[0].kind == ChannelKind::other);
}

TEST_CASE("E1 and E2 alone are the eyes of a sleep recording") {
  const edf::Header sleep = with_labels({"F4-M1", "E1-M2", "E2-M2", "Chin1"});
  CHECK(sleep.signals[1].kind == ChannelKind::eog);
  CHECK(sleep.signals[0].site == "F4");
}

TEST_CASE("in a recording labelled by banks, C3 and F3 are no sites") {
  std::vector<std::string> labels;
  for (const char bank : {'A', 'B', 'C', 'D', 'E', 'F'})
    for (int n = 1; n <= 32; ++n) labels.push_back(bank + std::to_string(n));
  labels.push_back("Status");
  const edf::Header banked = with_labels(labels);
  for (const edf::Signal& signal : banked.signals) CHECK(signal.site.empty());
  CHECK(banked.signals[66].label == "C3");
  CHECK(banked.signals[66].kind == ChannelKind::eeg);
  CHECK(banked.signals[66].certainty == edf::Certainty::likely);
  CHECK(banked.signals.back().kind == ChannelKind::trigger);
}
