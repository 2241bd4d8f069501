package io.safehand.server.site.demo;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What to demonstrate; nothing unless {@code safehand.demo.deal} is set.
 *
 * @param deal {@code merger} or {@code equity}
 * @param customers how many customers to generate instead of the sample; 0 for the sample or the input
 * @param input a CSV file to import instead
 * @param inventory its inventory file
 * @param dropUndeclared leave columns out that the inventory does not declare
 * @param out where the papers go; must not exist or be empty
 * @param samples the folder of the sample files
 * @param request tells one request from another, so that the same one goes on with an import that was stopped; empty
 *          never does
 * @param headless stop when everything is done
 */
@ConfigurationProperties("safehand.demo")
record DemoSettings(@DefaultValue("") String deal, @DefaultValue("0") long customers, @Nullable String input,
    @Nullable String inventory, @DefaultValue("false") boolean dropUndeclared,
    @DefaultValue("out") String out, @DefaultValue("samples") String samples,
    @DefaultValue("") String request, @DefaultValue("true") boolean headless) {
  boolean isWanted() {
    return !deal.isEmpty();
  }

  boolean isMerger() {
    return deal.equals("merger");
  }
}
