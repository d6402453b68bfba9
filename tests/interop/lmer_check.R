# usage: Rscript lmer_check.R ATTUNE FOLDER: group × time of `attune group` against lmerTest (REML, Satterthwaite),
# on tables with and without gaps, of two and of three visits.
suppressMessages(library(lmerTest))

arguments <- commandArgs(trailingOnly = TRUE)
attune <- arguments[1]
folder <- arguments[2]
dir.create(folder, showWarnings = FALSE, recursive = TRUE)

# A cohort of unequal groups; `gaps` of its values are left out.
cohort <- function(seed, visits, gaps) {
  set.seed(seed)
  infants <- 30
  rows <- expand.grid(visit = seq_len(visits), participant = seq_len(infants))
  rows$group <- ifelse(rows$participant <= 13, "ppd", "control")
  rows$value <- rnorm(infants)[rows$participant] + 0.3 * rows$visit +
    0.5 * (rows$group == "ppd") * (rows$visit - 1) + rnorm(nrow(rows), sd = 0.7)
  rows$value[sample(nrow(rows), gaps)] <- NA
  rows
}

# The first number after a name within the first group_by_time.
number_of <- function(text, name) {
  part <- sub(".*?\"group_by_time\": \\{", "", text, perl = TRUE)
  as.numeric(sub(paste0(".*?\"", name, "\": ([-0-9.eE+]+|null).*"), "\\1", part, perl = TRUE))
}

worst <- 0
for (case in list(list(1, 2, 0), list(2, 2, 9), list(3, 3, 0), list(4, 3, 17))) {
  rows <- cohort(case[[1]], case[[2]], case[[3]])
  path <- file.path(folder, sprintf("cohort-%d.csv", case[[1]]))
  table <- data.frame(participant = rows$participant, group = rows$group, visit = rows$visit, measure = "y",
                      value = format(rows$value, digits = 17, trim = TRUE))
  write.csv(table, path, row.names = FALSE, quote = FALSE)
  text <- paste(system2(attune, c("group", path), stdout = TRUE), collapse = " ")
  rows$group <- factor(rows$group, levels = c("control", "ppd"))
  rows$visit <- factor(rows$visit)
  model <- lmer(value ~ group * visit + (1 | participant), data = rows, REML = TRUE)
  theirs <- as.list(anova(model, type = 3, ddf = "Satterthwaite")["group:visit", ])
  pairs <- list(f = theirs[["F value"]], df_num = theirs[["NumDF"]], df_den = theirs[["DenDF"]],
                p = theirs[["Pr(>F)"]])
  if (case[[2]] == 2) {
    coefficient <- summary(model, ddf = "Satterthwaite")$coefficients["groupppd:visit2", ]
    pairs$estimate <- coefficient[["Estimate"]]
    pairs$se <- coefficient[["Std. Error"]]
  }
  for (name in names(pairs)) {
    off <- abs(number_of(text, name) / pairs[[name]] - 1)
    worst <- max(worst, off)
    if (!isTRUE(off < 1e-4)) {
      cat(sprintf("%s: %s is %g, lmerTest gives %g\n", path, name, number_of(text, name), pairs[[name]]))
      quit(status = 1)
    }
  }
}
cat(sprintf("lmerTest %s, lme4 %s: group x time agrees to %.1e\n", packageVersion("lmerTest"), packageVersion("lme4"),
            worst))
