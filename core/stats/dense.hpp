// Products, factorisations and solutions of dense matrices, for whoever fits a model: here alone Eigen's large templates are
// made into code, so that a compiler does it once and the page carries it once.
#pragma once

#include <Eigen/Core>

namespace attune::stats {

/// a b.
Eigen::MatrixXd product(const Eigen::MatrixXd& a, const Eigen::MatrixXd& b);

/// aᵀ b.
Eigen::MatrixXd inner_product(const Eigen::MatrixXd& a, const Eigen::MatrixXd& b);

struct LeastSquares {
  Eigen::VectorXd coefficients;
  Eigen::Index rank = 0;  ///< of the columns
};

/// Of y on the columns of x, by Householder's QR with column pivoting.
LeastSquares least_squares(const Eigen::MatrixXd& x, const Eigen::VectorXd& y);

struct Solution {
  Eigen::MatrixXd x;
  double log_determinant = 0;  ///< of the matrix; no number unless it is positive definite
};

/// s⁻¹ b of a symmetric matrix s, by Cholesky's factorisation LDLᵀ.
Solution solve_symmetric(const Eigen::MatrixXd& s, const Eigen::MatrixXd& b);

}  // namespace attune::stats
