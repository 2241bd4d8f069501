package io.safehand.server.custody.notices;

import org.springframework.stereotype.Component;

/** Everything that is written about notices. Called inside a transaction of the company. */
@Component
record Register(CampaignRows campaigns, ToldRows told, TallyRows tallies, AttemptRows attempts,
    LinkRows links) {}
