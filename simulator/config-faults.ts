/** What of the configuration is looked at as a whole; shapes are checked before. */
type Parts = {
  products: ProductPart[];
  taskVariants: VariantPart[];
  accounts: {
    keys: { key: string }[];
    products?: ProductPart[] | undefined;
    taskVariants?: VariantPart[] | undefined;
  }[];
};

type ProductPart = { alias: string; entityType: "INDIVIDUAL" | "COMPANY"; tasks: string[] };
type VariantPart = {
  alias: string;
  type: string;
  associateProducts?: { INDIVIDUAL?: string | undefined; COMPANY?: string | undefined } | undefined;
};

type Fault = { path: (string | number)[]; message: string };

/** Where parts of a configuration contradict each other, each with its place. */
export function faultsIn(config: Parts): Fault[] {
  const keys = config.accounts.flatMap((account) => account.keys.map(({ key }) => key));
  const twice = firstTwice(keys);
  const faults: Fault[] = twice ? [{ path: ["accounts"], message: `two accounts have the key "${twice}"` }] : [];
  for (const [index, account] of config.accounts.entries()) {
    const own = ["accounts", index];
    const variants = { list: account.taskVariants ?? config.taskVariants, path: account.taskVariants ? own : [] };
    const products = { list: account.products ?? config.products, path: account.products ? own : [] };
    faults.push(...faultsOfVariants(variants, products.list), ...faultsOfProducts(products, variants.list));
  }
  return faults;
}

type Placed<Part> = { list: Part[]; path: (string | number)[] };

function faultsOfVariants({ list, path }: Placed<VariantPart>, products: ProductPart[]): Fault[] {
  const at = [...path, "taskVariants"];
  const twice = firstTwice(list.map(({ alias }) => alias));
  const faults: Fault[] = twice ? [{ path: at, message: `two task variants have the alias "${twice}"` }] : [];
  for (const [index, variant] of list.entries()) {
    for (const [entityType, alias] of Object.entries(variant.associateProducts ?? {})) {
      if (products.some((product) => product.alias === alias && product.entityType === entityType)) continue;
      const message = `task variant "${variant.alias}" names the associates' product "${alias}", which does not exist for this entity type`;
      faults.push({ path: [...at, index, "associateProducts", entityType], message });
    }
  }
  return faults;
}

function faultsOfProducts({ list, path }: Placed<ProductPart>, variants: VariantPart[]): Fault[] {
  const at = [...path, "products"];
  const twice = firstTwice(list.map(({ alias }) => alias));
  const faults: Fault[] = twice ? [{ path: at, message: `two products have the alias "${twice}"` }] : [];
  for (const [index, product] of list.entries()) {
    for (const [place, alias] of product.tasks.entries()) {
      const variant = variants.find((one) => one.alias === alias);
      const where = [...at, index, "tasks", place];
      if (!variant) {
        const message = `product "${product.alias}" names the task variant "${alias}", which does not exist`;
        faults.push({ path: where, message });
      } else if (!variant.type.startsWith(product.entityType)) {
        const message = `product "${product.alias}" is for ${product.entityType}, its task variant "${alias}" is of type ${variant.type}`;
        faults.push({ path: where, message });
      }
    }
  }
  return faults;
}

function firstTwice(words: string[]): string | undefined {
  return words.find((word, index) => words.indexOf(word) !== index);
}
