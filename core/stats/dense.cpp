#include "stats/dense.hpp"

#include <Eigen/Cholesky>
#include <Eigen/QR>

namespace attune::stats {

Eigen::MatrixXd product(const Eigen::MatrixXd& a, const Eigen::MatrixXd& b) {
  return a.lazyProduct(b);
}

Eigen::MatrixXd inner_product(const Eigen::MatrixXd& a, const Eigen::MatrixXd& b) {
  return a.transpose().lazyProduct(b);
}

LeastSquares least_squares(const Eigen::MatrixXd& x, const Eigen::VectorXd& y) {
  const Eigen::ColPivHouseholderQR<Eigen::MatrixXd> factor(x);
  return {factor.solve(y), factor.rank()};
}

Solution solve_symmetric(const Eigen::MatrixXd& s, const Eigen::MatrixXd& b) {
  const Eigen::LDLT<Eigen::MatrixXd> factor(s);
  return {factor.solve(b), factor.vectorD().array().log().sum()};
}

}  // namespace attune::stats
