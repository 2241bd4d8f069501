package io.safehand.core.vault.tree;

import io.safehand.core.person.CompanyId;

/** Which tree of which company. Bound into every page. */
public record TreeName(CompanyId company, TreeId tree) implements Comparable<TreeName> {
  /** The tree of a company's own people, which is named like the company. */
  public static TreeName own(CompanyId company) {
    return new TreeName(company, new TreeId(company.value()));
  }

  public boolean isOwn() {
    return tree.value().equals(company.value());
  }

  @Override
  public int compareTo(TreeName other) {
    int order = company.compareTo(other.company);
    return order != 0 ? order : tree.compareTo(other.tree);
  }
}
