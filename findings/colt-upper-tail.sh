#!/usr/bin/env bash
# Colt 1.2.0 (Java; Debian 12: libcolt-free-java): the upper tail of the beta distribution, and with it that of F and of a share.
#
# Expected: Probability.betaComplemented(a, b, x) is "the area under the right hand tail (from x to infinity) of the beta density
# function", 1 less beta(a, b, x): .420 for 2, 5 and .3 (by the finite sum below), as the other functions "Complemented" of the class have
# it.
# Seen (2026-12-01): .011. It is the lower tail of the distribution with a and b exchanged, at x in place of 1 - x, so that both tails add
# up to .591. Only with x .5 is it right. F of three groups of ten, F(2, 27) = 3.35, whose p is .05, has .000 by it; the shape 4, 4, even
# on both sides, has .033 above .2 for .967. The help gives as identical the formula that is used, incompleteBeta(b, a, x), which is the
# error. Nothing is said.
#
# Debian's Java 17 runs it; apt-get must know its lists (apt-get update).
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
apt-get -qq -o APT::Sandbox::User=root download libcolt-free-java=1.2.0+dfsg-7 openjdk-17-jre-headless >/dev/null
for package in *.deb; do dpkg-deb -x "$package" root; done
find root/usr/lib/jvm -type l -lname '/etc/*' -printf '%p %l\n' | while read -r link target; do ln -sfn "$PWD/root$target" "$link"; done
cat >Try.java <<'JAVA'
import cern.jet.stat.Probability;

public class Try {
  // The upper tail for whole a and b: fewer than a of a + b - 1 fall below x.
  static double bySum(int a, int b, double x) {
    double sum = 0, ways = 1;
    int n = a + b - 1;
    for (int k = 0; k < a; k++) {
      sum += ways * Math.pow(x, k) * Math.pow(1 - x, n - k);
      ways = ways * (n - k) / (k + 1);
    }
    return sum;
  }

  public static void main(String[] arguments) {
    double[][] cases = {{2, 5, .3}, {2, 5, .5}, {4, 4, .2}};
    for (double[] c : cases)
      System.out.printf("%.0f, %.0f, %.1f: by the sum %.3f, 1 - beta %.3f, betaComplemented %.3f%n", c[0], c[1], c[2],
          bySum((int) c[0], (int) c[1], c[2]), 1 - Probability.beta(c[0], c[1], c[2]), Probability.betaComplemented(c[0], c[1], c[2]));
    double x = 2 * 3.3541 / (27 + 2 * 3.3541);
    System.out.printf("F(2, 27) = 3.35: 1 - beta %.3f, betaComplemented %.3f%n", 1 - Probability.beta(1, 13.5, x),
        Probability.betaComplemented(1, 13.5, x));
  }
}
JAVA
seen=$(LC_ALL=C root/usr/lib/jvm/java-17-openjdk-amd64/bin/java -cp root/usr/share/java/colt.jar Try.java 2>&1)
echo "Colt 1.2.0, upper tails of beta distributions"
echo "$seen"
echo "expected: the same numbers in each line"
[ "$seen" = "2, 5, 0.3: by the sum 0.420, 1 - beta 0.420, betaComplemented 0.011
2, 5, 0.5: by the sum 0.109, 1 - beta 0.109, betaComplemented 0.109
4, 4, 0.2: by the sum 0.967, 1 - beta 0.967, betaComplemented 0.033
F(2, 27) = 3.35: 1 - beta 0.050, betaComplemented 0.000" ] || { echo "This has changed." >&2; exit 1; }
