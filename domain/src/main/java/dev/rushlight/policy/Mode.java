package dev.rushlight.policy;

/** How many of a stage's reviewers have to agree. */
public enum Mode {
    /** The latest vote of any of them decides. */
    ANY,
    /** Each of them has to approve; who abstains is not asked any more. */
    ALL,
    /** A number or a share of them has to approve. */
    QUORUM,
    /** A lead among them has to approve. */
    LEAD,
    /** The latest vote under the stage's label decides: a check by a machine. */
    LABEL
}
