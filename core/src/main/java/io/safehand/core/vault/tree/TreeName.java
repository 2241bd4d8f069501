package io.safehand.core.vault.tree;

import io.safehand.core.person.CompanyId;

/** Which tree of which company. Bound into every page. */
public record TreeName(CompanyId company, TreeId tree) implements Comparable<TreeName> {
  @Override
  public int compareTo(TreeName other) {
    int order = company.compareTo(other.company);
    return order != 0 ? order : tree.compareTo(other.tree);
  }
}
