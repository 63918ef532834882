package dev.rushlight.reviewsession;

import java.util.Optional;

/**
 * Where a guest is who goes from item to item.
 *
 * @param here the item's place in the review session
 * @param number the item's place in the order, counted from 1
 */
public record GuestWay(
        EntryCursor here,
        int number,
        int items,
        Optional<GuestItemSummary> previous,
        Optional<GuestItemSummary> next) {}
