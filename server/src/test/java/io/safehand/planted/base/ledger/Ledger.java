package io.safehand.planted.base.ledger;

import io.safehand.planted.site.home.Home;

public record Ledger(Home upward) {}
