package firsthour.security;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Marks routes that check a signature or a token of each request and heed no cookie: no page
/// elsewhere can make a browser send one, so they need no token of a form.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Signed {}
