package io.safehand.server.site.demo;

import io.safehand.server.base.access.Access;
import io.safehand.server.base.decisions.Decisions;
import io.safehand.server.base.keys.Keys;
import io.safehand.server.base.ledger.Ledger;
import io.safehand.server.custody.disclosure.Disclosures;
import io.safehand.server.custody.inventory.Inventories;
import io.safehand.server.custody.notices.Campaigns;
import io.safehand.server.custody.notices.Notices;
import io.safehand.server.custody.records.Imports;
import io.safehand.server.custody.records.Vaults;
import io.safehand.server.base.messages.Posts;
import io.safehand.server.base.messages.Sink;
import io.safehand.server.base.runs.Runs;
import io.safehand.server.base.signin.SignIns;
import io.safehand.server.deal.deals.Assignments;
import io.safehand.server.deal.deals.ControlChanges;
import io.safehand.server.deal.deals.Deals;
import io.safehand.server.deal.handover.Ending;
import io.safehand.server.deal.handover.HandOvers;
import io.safehand.server.deal.handover.TakingOver;
import java.security.SecureRandom;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** The doors that the demonstration goes through. */
@Component
record Doors(Access access, Inventories inventories, Imports imports, Vaults vaults, Disclosures disclosures,
    Notices notices, Campaigns campaigns, Runs runs, Posts posts, Sink sink, Deals deals,
    ControlChanges controlChanges, Assignments assignments, SignIns signIns, Decisions decisions,
    HandOvers handOvers, TakingOver takingOver, Ending ending, Ledger ledger, Keys keys, Clock clock,
    SecureRandom random) {}
