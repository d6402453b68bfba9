# usage: Rscript model_check.R ATTUNE FOLDER: group × time of `attune group` against R, on tables with and without gaps, of
# two and of three visits, with positive and with negative correlation within infants. Estimates and variances: nlme's gls with
# compound symmetry. Degrees of freedom: pbkrtest's (Kenward–Roger) where the correlation is positive. Standard errors and
# F: their formulas with whole matrices and numerical derivatives; where nothing is missing they are also pbkrtest's.
suppressMessages({
  library(nlme)
  library(lme4)
  library(pbkrtest)
})

arguments <- commandArgs(trailingOnly = TRUE)
attune <- arguments[1]
folder <- arguments[2]
dir.create(folder, showWarnings = FALSE, recursive = TRUE)

# A cohort of unequal groups; `gaps` of its values are left out.
cohort <- function(seed, visits, gaps, correlation) {
  set.seed(seed)
  infants <- 30
  rows <- expand.grid(visit = seq_len(visits), participant = seq_len(infants))
  rows$group <- ifelse(rows$participant <= 13, "ppd", "control")
  noise <- t(chol(diag(1 - correlation, visits) + correlation)) %*% matrix(rnorm(nrow(rows)), visits)
  rows$value <- c(noise) + 0.3 * rows$visit + 0.5 * (rows$group == "ppd") * (rows$visit - 1)
  rows$value[sample(nrow(rows), gaps)] <- NA
  rows
}

# The first number after a name within the first group_by_time.
number_of <- function(text, name) {
  part <- sub(".*?\"group_by_time\": \\{", "", text, perl = TRUE)
  as.numeric(sub(paste0(".*?\"", name, "\": ([-0-9.eE+]+|null).*"), "\\1", part, perl = TRUE))
}

trace_of <- function(m) sum(diag(m))

# Kenward & Roger (1997, sections 2 and 3) of the rows `l`, with observed information, at the variances c(tau, sigma²).
kenward_roger <- function(x, y, infant, at, l) {
  along <- list(outer(infant, infant, "==") * 1, diag(length(y)))
  covariance <- function(v) v[1] * along[[1]] + v[2] * along[[2]]
  fit <- function(v) {
    w <- solve(covariance(v))
    list(w = w, phi = solve(t(x) %*% w %*% x), b = drop(solve(t(x) %*% w %*% x, t(x) %*% w %*% y)))
  }
  deviance <- function(v) {
    now <- fit(v)
    r <- y - x %*% now$b
    as.numeric(determinant(covariance(v))$modulus - determinant(now$phi)$modulus + t(r) %*% now$w %*% r)
  }
  now <- fit(at)
  w <- now$w
  phi <- now$phi
  p <- lapply(along, function(v) -t(x) %*% w %*% v %*% w %*% x)
  q <- function(i, j) t(x) %*% w %*% along[[i]] %*% w %*% along[[j]] %*% w %*% x
  information <- outer(1:2, 1:2, Vectorize(function(i, j) {
    (trace_of(w %*% along[[i]] %*% w %*% along[[j]]) - 2 * trace_of(phi %*% q(i, j)) +
      trace_of(phi %*% p[[i]] %*% phi %*% p[[j]])) / 2
  }))
  expected <- solve(information)
  size <- abs(at[1]) + at[2]
  unit <- diag(2) * size
  slopes <- sapply(1:2, function(i) {
    (fit(at + 1e-4 * unit[i, ])$b - fit(at - 1e-4 * unit[i, ])$b) / (2e-4 * size)
  })
  observed <- 2 * solve(outer(1:2, 1:2, Vectorize(function(i, j) {
    a <- 1e-3 * unit[i, ]
    b <- 1e-3 * unit[j, ]
    (deviance(at + a + b) - deviance(at + a - b) - deviance(at - a + b) + deviance(at - a - b)) / (4e-6 * size^2)
  })))
  bias <- 0
  a1 <- a2 <- 0
  theta <- t(l) %*% solve(l %*% phi %*% t(l)) %*% l
  for (i in 1:2) for (j in 1:2) {
    bias <- bias + expected[i, j] * (q(i, j) - p[[i]] %*% phi %*% p[[j]])
    first <- theta %*% phi %*% p[[i]] %*% phi
    second <- theta %*% phi %*% p[[j]] %*% phi
    a1 <- a1 + expected[i, j] * trace_of(first) * trace_of(second)
    a2 <- a2 + expected[i, j] * trace_of(first %*% second)
  }
  adjusted <- phi + phi %*% bias %*% phi + slopes %*% observed %*% t(slopes)
  rank <- nrow(l)
  b <- (a1 + 6 * a2) / (2 * rank)
  g <- ((rank + 1) * a1 - (rank + 4) * a2) / ((rank + 2) * a2)
  below <- 3 * rank + 2 * (1 - g)
  mean <- 1 / (1 - a2 / rank)
  variance <- 2 / rank * (1 + g / below * b) / ((1 - (rank - g) / below * b)^2 * (1 - (rank + 2 - g) / below * b))
  df <- 4 + (rank + 2) / (rank * variance / (2 * mean^2) - 1)
  effect <- l %*% now$b
  f <- drop(df / (mean * (df - 2)) / rank * t(effect) %*% solve(l %*% adjusted %*% t(l)) %*% effect)
  list(estimate = effect[1], se = sqrt((l %*% adjusted %*% t(l))[1]), f = f, df_num = rank, df_den = df,
       p = pf(f, rank, df, lower.tail = FALSE))
}

worst <- 0
compare <- function(path, text, name, theirs) {
  off <- abs(number_of(text, name) / theirs - 1)
  worst <<- max(worst, off)
  if (!isTRUE(off < 1e-4)) {
    cat(sprintf("%s: %s is %g, R gives %g\n", path, name, number_of(text, name), theirs))
    quit(status = 1)
  }
}

for (case in list(list(1, 2, 0, .6), list(2, 2, 9, .6), list(3, 3, 0, .6), list(4, 3, 17, .6), list(5, 2, 0, -.5),
                  list(6, 2, 9, -.5), list(7, 3, 17, -.4))) {
  rows <- cohort(case[[1]], case[[2]], case[[3]], case[[4]])
  path <- file.path(folder, sprintf("cohort-%d.csv", case[[1]]))
  table <- data.frame(participant = rows$participant, group = rows$group, visit = rows$visit, measure = "y",
                      value = format(rows$value, digits = 17, trim = TRUE))
  write.csv(table, path, row.names = FALSE, quote = FALSE)
  text <- paste(system2(attune, c("group", path), stdout = TRUE), collapse = " ")
  rows <- rows[!is.na(rows$value), ]
  rows$group <- factor(rows$group, levels = c("control", "ppd"))
  rows$visit <- factor(rows$visit)
  rows$infant <- factor(rows$participant)
  model <- gls(value ~ group * visit, data = rows, correlation = corCompSymm(form = ~ 1 | infant), method = "REML",
               control = glsControl(tolerance = 1e-12, msTol = 1e-14, maxIter = 500, msMaxIter = 500))
  correlation <- coef(model$modelStruct$corStruct, unconstrained = FALSE)
  compare(path, text, "correlation", correlation)
  x <- model.matrix(~ group * visit, rows)
  terms <- diag(ncol(x))[grepl(":", colnames(x)), , drop = FALSE]
  theirs <- kenward_roger(x, rows$value, as.integer(rows$infant), model$sigma^2 * c(correlation, 1 - correlation), terms)
  names <- c("f", "df_num", "df_den", "p", if (case[[2]] == 2) c("estimate", "se"))
  for (name in names) compare(path, text, name, theirs[[name]])
  if (correlation > 0) {
    intercepts <- lmer(value ~ group * visit + (1 | infant), rows, REML = TRUE)
    tested <- KRmodcomp(intercepts, terms)$stats
    compare(path, text, "df_den", tested$ddf)
    if (case[[3]] == 0) compare(path, text, "f", tested$Fstat)
  }
}
cat(sprintf("nlme %s, pbkrtest %s: group x time agrees to %.1e\n", packageVersion("nlme"), packageVersion("pbkrtest"), worst))
