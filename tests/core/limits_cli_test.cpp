// What a person can open, set, link or interrupt: the program ends with a status that is true, and says why.
#ifdef ATTUNE_BINARY
#include <sstream>

#include "cli_run.hpp"
#include "edf_bytes.hpp"
#include "support.hpp"

using namespace attune;
using namespace attune::test;

namespace {

/// A shell line in which "attune" is the built program.
int shell(const std::string& line, std::string& err) {
  const std::string path = scratch("shell.txt").string();
  const std::string command = "attune() { " ATTUNE_BINARY " \"$@\"; }; cd " + scratch("").string() +
                              " && { " + line + "; } 2>" + path;
  const int status = std::system(command.c_str());
  err = read_text(path);
  return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

std::string beat_list() {
  std::ostringstream text;
  text << "time_s\n";
  for (int i = 0; i < 400; ++i) text << 0.42 * i + 0.01 * (i % 3) << '\n';
  return text.str();
}

}  // namespace

TEST_CASE("what could not be printed is exit status 1, whatever command printed it") {
  save("out.edf", write(recipe(3)));
  save("out-beats.csv", beat_list());
  save("out-scores.csv", "visit,epds\n1,17\n2,6\n");
  save("out-codes.csv", "onset,offset,code\n0,5,positive\n5,9,negative\n");
  save("out-group.csv",
       "participant,group,visit,measure,value\na,x,1,m,1\na,x,2,m,2\nb,y,1,m,1\nb,y,2,m,2\n");
  const char* const calls[] = {"--help",
                               "--version",
                               "inspect out.edf",
                               "samples out.edf --signal 0",
                               "hrv out-beats.csv",
                               "analyze out.edf --beats out-beats.csv",
                               "report --visit none --visit none --scores out-scores.csv",
                               "scores out-scores.csv",
                               "codes out-codes.csv",
                               "group out-group.csv",
                               "deidentify out.edf out-copy.edf",
                               "schema"};
  for (const std::string call : calls) {
    std::string err;
    INFO(call);
    CHECK(shell("attune " + call + " >/dev/null", err) == 0);
    CHECK(shell("attune " + call + " >/dev/full", err) == 1);
    // What the command warns of may stand before it.
    CHECK(err.find("attune: standard output: The output cannot be written") != std::string::npos);
    CHECK(shell("attune " + call + " >&-", err) == 1);
  }
}

TEST_CASE("a reader of the output that goes away is said, and ends a long print") {
  std::string err;
  // The schema is longer than a pipe holds.
  CHECK(shell("(attune schema; echo $? >status) | true; exit $(cat status)", err) == 1);
  CHECK(err.starts_with("attune: standard output: The output cannot be written"));
}

TEST_CASE("a file that does not fit is exit status 1, with its name, and nothing half-written is left") {
  save("out.edf", write(recipe(40)));
  std::string err;
  const std::string little = "ulimit -f 1; ";
  CHECK(shell("rm -rf big*; " + little + "attune deidentify out.edf big.edf", err) == 1);
  CHECK(err == "attune: big.edf: The file cannot be written: File too large. (E_FILE)\n");
  CHECK(shell("! ls big*", err) == 0);
  CHECK(shell("rm -rf big; " + little + "attune synth --out big --hours 0.001 --channels 1 >/dev/null",
              err) == 1);
  CHECK(err.find("big/long-001.edf: The file cannot be written: File too large.") != std::string::npos);
  CHECK(shell("[ -z \"$(ls big)\" ]", err) == 0);
}

namespace {

/// Calls the program within 15 s of a processor and, beside the program itself, 10 times the file and 64 MB.
Run bounded(const std::string& call, const std::string& file) {
  const std::uintmax_t program_mb = 150, allowed_mb = 64 + 10 * std::filesystem::file_size(file) / 1'000'000;
#ifdef __SANITIZE_ADDRESS__  // which keeps a shadow of all memory there could be
  const std::string memory;
#else
  const std::string memory = "ulimit -v " + std::to_string((program_mb + allowed_mb) * 1000) + "; ";
#endif
  std::string err;
  Run run;
  run.status = shell("ulimit -t 15; " + memory + "attune " + call + " " + file + " >bounded.txt", err);
  run.out = read_text(scratch("bounded.txt"));
  run.err = err;
  return run;
}

template <class Line>
std::string lines(int count, const Line& line) {
  std::string text;
  for (int i = 0; i < count; ++i) text += line(i);
  return text;
}

std::string number(int value) {
  return std::to_string(value);
}

}  // namespace

TEST_CASE("large tables are read in a time and memory that grow with them, or refused by a named limit") {
  const std::string redcap =
      save("redcap.csv", "record_id,redcap_event_name,epds\n" + lines(20'000, [](int i) {
                           return number(i) + ",baseline_arm_1," + number(i % 30) + "\n";
                         }));
  const Run records = bounded("scores", redcap);
  CHECK(records.status == 1);  // which of them is meant, is asked
  CHECK(records.out.find("\"records\"") != std::string::npos);

  const auto columns = [](int count) {
    return "visit" + lines(count, [](int i) { return ",c" + number(i); }) + "\n1" +
           lines(count, [](int) { return ",2"; }) + "\n";
  };
  CHECK(bounded("scores", save("columns.csv", columns(2000))).out.find("\"c1999\"") != std::string::npos);
  const Run wide = bounded("scores", save("columns.csv", columns(50'000)));
  CHECK(wide.status == 1);
  CHECK(wide.err.find("This line has more than 16384 columns, the most that are read.") != std::string::npos);
  CHECK(bounded("codes", save("columns.csv", columns(50'000))).status == 1);

  const auto group = [](int visits) {
    return "participant,group,visit,measure,value\n" + lines(visits * 4, [&](int i) {
             return number(i % 4) + (i % 2 ? ",a," : ",b,") + number(i / 4) + ",m," + number(i) + "\n";
           });
  };
  CHECK(bounded("group", save("visits.csv", group(8))).status == 0);
  const Run visits = bounded("group", save("visits.csv", group(180)));
  CHECK(visits.status == 1);
  CHECK(visits.err.find("The table has more than 32 visits, the most that are compared.") !=
        std::string::npos);
  const auto infants = [](int count) {
    return "participant,group,visit,measure,value\n" + lines(2 * count, [](int i) {
             return number(i / 2) + (i / 2 % 2 ? ",a," : ",b,") + number(i % 2) + ",m," +
                    number(i * 37 % 101) + "\n";
           });
  };
  CHECK(bounded("group", save("infants.csv", infants(2000))).status == 0);
  const Run many = bounded("group", save("infants.csv", infants(100'000)));
  CHECK(many.status == 1);
  CHECK(many.err.find("The table has more than 10000 infants in groups, the most that are compared.") !=
        std::string::npos);
  const Run sparse =
      bounded("group", save("sparse.csv", "participant,group,visit,measure,value\n" + lines(3000, [](int i) {
                                            return number(i) + (i % 2 ? ",a," : ",b,") + number(i % 2) +
                                                   ",m" + number(i) + ",1\n";
                                          })));
  CHECK(sparse.status == 1);
  CHECK(sparse.err.find("would have 18000000 values, of which the table gives 3000.") != std::string::npos);

  const Run commas = bounded("codes", save("commas.csv", lines(700'000, [](int) { return ",\n"; })));
  CHECK(commas.status == 1);
  CHECK(commas.err.find("cells and lines with hardly anything in them") != std::string::npos);

  const std::string boris =
      save("boris.tsv", "Subject\tBehavior\tBehavior type\tTime\n" + lines(10'000, [](int i) {
                          return "infant\tprotest\t" + std::string(i % 2 ? "STOP" : "START") + "\t" +
                                 number(i) + "\n";
                        }));
  CHECK(bounded("codes", boris).status == 0);

  const Run events =
      bounded("codes", save("events.csv", "onset,offset,code\n" + lines(150'001, [](int i) {
                                            return number(i) + "," + number(i + 1) + ",protest\n";
                                          })));
  CHECK(events.status == 1);
  CHECK(events.err.find("The table has 150001 coded events, at most 150000 are read") != std::string::npos);
}

TEST_CASE("JSON is read in a time and memory that grow with it, or refused by a named limit") {
  const std::string table = save("small.csv", "visit,epds\n1,17\n");
  const auto mapping = [&](const std::string& text) {
    return bounded("scores " + table + " --mapping", save("mapping.json", text));
  };
  const Run deep = mapping(std::string(500'000, '['));
  CHECK(deep.status == 1);
  CHECK(deep.err.find("It is nested more than 64 levels deep, the most that are read. (E_JSON_SIZE)") !=
        std::string::npos);
  // The first of the keys is none of a mapping's; all are parsed before that is seen.
  const Run keys =
      mapping("{" + lines(30'000, [](int i) { return "\"key" + number(i) + "\":0,"; }) + "\"z\":0}");
  CHECK(keys.status == 1);
  CHECK(keys.err.find("E_JSON_UNKNOWN") != std::string::npos);
  const Run many = mapping("[" + lines(900'000, [](int) { return "0,"; }) + "0]");
  CHECK(many.status == 1);
  CHECK(many.err.find("E_JSON_SIZE") != std::string::npos);
}

TEST_CASE("lists that are in another unit, or of no heart, are refused with their line") {
  const auto nn = [](const std::string& last) {
    return run("hrv --nn " +
               save("nn.txt", lines(200, [](int i) { return number(420 + i % 9) + "\n"; }) + last));
  };
  CHECK(nn("").status == 0);
  for (const char* last : {"1e12\n", "1e300\n", "10001\n"}) {
    const Run got = nn(last);
    CHECK(got.status == 1);
    CHECK(got.err.find(
              "No interval between heartbeats is longer than 10 s; a pause in a recording is no interval. "
              "[line 201] (E_LIST_RANGE)") != std::string::npos);
  }
  const Run many = bounded("hrv --nn", save("many.txt", lines(300'001, [](int) { return "420\n"; })));
  CHECK(many.status == 1);
  CHECK(many.err.find("There are more than 300000 intervals, the most that are read") != std::string::npos);
  CHECK(many.err.find("[line 300001] (E_LIST_RANGE)") != std::string::npos);
  const Run late = run("hrv " + save("late.csv", beat_list() + "1e9\n"));
  CHECK(late.status == 1);
  CHECK(late.err.find("This time lies more than 14 days from the beginning") != std::string::npos);
  CHECK(late.err.find("[line 402]") != std::string::npos);
  for (const char* name : {"nn_1e12.txt", "nn_1e300.txt"})
    if (have_data("wild/faults/hrv-list"))
      CHECK(run("hrv --nn " + (data_folder() / "wild/faults/hrv-list" / name).string()).status == 1);
  if (have_data("wild/faults/hrv-list"))
    CHECK(run("hrv " + (data_folder() / "wild/faults/hrv-list/beats_1e9.csv").string()).status == 1);
}

TEST_CASE("a rate that can hold no heartbeat is declined at once, and said") {
  Recipe wanted = recipe(5);
  wanted.header.record_duration_s = 86400;  // 16 samples a day
  const std::string slow = save("slow.edf", write(wanted));
  const Run got = bounded("analyze", slow);
  CHECK(got.status == 0);
  CHECK(got.out.find("ECG is not used: less than 40 samples a second are too few to hold a heartbeat.") !=
        std::string::npos);
  const Run beats = bounded("beats", slow);
  CHECK(beats.status == 1);
  CHECK(beats.err.find("too few to hold a heartbeat. (E_RATE)") != std::string::npos);
  for (const char* name : {"slow.edf", "day_records.bdf"})
    if (have_data("wild/faults/edf-slow-ecg"))
      CHECK(bounded("analyze", (data_folder() / "wild/faults/edf-slow-ecg" / name).string()).status == 0);
}

TEST_CASE("a number of the command line outside its range is wrong usage, with the range") {
  const std::string beats = save("out-beats.csv", beat_list());
  for (const char* value : {"2147483647", "0", "-1", "nan", "1e300", "30s"}) {
    const Run got = run("hrv " + beats + " --epoch " + value);
    CHECK(got.status == 2);
    CHECK(got.err.find("attune: --epoch takes a number from 5 to 3600\n") == 0);
  }
  CHECK(run("hrv " + beats + " --epoch 30").status == 0);
  CHECK(run("report --visit none --age 1e9").err.find("attune: --age takes a number from 0 to 1200\n") == 0);
  CHECK(run("group x --margin 0").err.find("attune: --margin takes a number from 0.01 to 10\n") == 0);
  CHECK(run("synth --out x --hours 1e9").err.find("attune: --hours takes a number from") == 0);
  CHECK(run("cohort x --out y --jobs 1.5").status == 2);
  CHECK(run("report" + lines(21, [](int) { return std::string(" --visit none"); })).err ==
        "attune: a report compares up to 20 visits\n");
}
#endif
