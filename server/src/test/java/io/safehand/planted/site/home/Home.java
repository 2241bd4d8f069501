package io.safehand.planted.site.home;

public record Home(String title) {}
