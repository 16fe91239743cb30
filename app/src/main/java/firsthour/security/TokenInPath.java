package firsthour.security;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// A route for programs: its address holds a secret, and no cookie counts there. So nobody's
/// browser can be made to use it in that person's name, and no form's token is asked for.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface TokenInPath {}
