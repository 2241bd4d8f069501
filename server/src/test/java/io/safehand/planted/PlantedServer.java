package io.safehand.planted;

import org.springframework.modulith.Modulithic;

@Modulithic
public final class PlantedServer {}
