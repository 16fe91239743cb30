/// Reviews of the products of one WooCommerce shop.
@NullMarked
package firsthour.connectors.woocommerce;

import org.jspecify.annotations.NullMarked;
