using System.Net;

namespace ConnectingPeople.LocalHost.Http;

/// <summary>The page on which one chooses whom to be.</summary>
internal static class SignInPage
{
    public static string Render(string target, string role = "", string email = "", string? error = null) => $$"""
        <!doctype html>
        <html lang="en-GB">
        <head>
          <meta charset="utf-8">
          <meta name="viewport" content="width=device-width, initial-scale=1">
          <title>{{(error is null ? "" : "Error: ")}}Sign in – Connecting People on this machine</title>
          <style>
            :root { color-scheme: light dark; font: 1.125rem/1.5 system-ui, sans-serif; }
            body { margin: 0; color: #1a1a1a; background: #f3f4f6; }
            main { box-sizing: border-box; max-width: 30rem; margin: 8vh auto; padding: 2rem; background: #fff; border-radius: .5rem; }
            h1 { margin: 0 0 .5rem; font-size: 1.75rem; line-height: 1.2; }
            fieldset { margin: 1.5rem 0; padding: 0; border: 0; }
            legend, label[for] { padding: 0; font-weight: 600; }
            .role { display: block; padding: .375rem 0; }
            .role input { width: 1.25rem; height: 1.25rem; margin: 0 .5rem 0 0; vertical-align: -.2rem; }
            input[type=email] { box-sizing: border-box; width: 100%; margin: .25rem 0 1.5rem; padding: .5rem; }
            input[type=email], button { font: inherit; border: 2px solid #4b5563; border-radius: .25rem; }
            button { padding: .625rem 1.5rem; font-weight: 600; color: #fff; background: #0b5c55; border-color: #0b5c55; cursor: pointer; }
            :focus-visible { outline: 3px solid #b45309; outline-offset: 2px; }
            .error { padding: .75rem 1rem; border-left: .375rem solid #b91c1c; font-weight: 600; }
            @media (prefers-color-scheme: dark) {
              body { color: #f3f4f6; background: #111827; }
              main { background: #1f2937; }
              input[type=email] { border-color: #9ca3af; }
              :focus-visible { outline-color: #fbbf24; }
            }
          </style>
        </head>
        <body>
          <main>
            <h1>Sign in</h1>
            <p>This page exists on this machine alone. Choose whom to be; there is no password.</p>
            {{(error is null ? "" : $"""<p class="error" role="alert">{Encode(error)}</p>""")}}
            <form method="post" action="/.auth/login/local">
              <input type="hidden" name="post_login_redirect_uri" value="{{Encode(target)}}">
              <fieldset>
                <legend>Role</legend>
                {{string.Concat(LocalIdentity.Roles.Select(each => Choice(each, chosen: role.Length > 0 ? role : LocalIdentity.Roles[0])))}}
              </fieldset>
              <label for="email">Email (optional)</label>
              <input type="email" id="email" name="email" autocomplete="email" value="{{Encode(email)}}">
              <button type="submit">Sign in</button>
            </form>
          </main>
        </body>
        </html>
        """;

    private static string Choice(string role, string chosen) => $"""
        <label class="role"><input type="radio" name="role" value="{role}"{(role == chosen ? " checked" : "")}>{char.ToUpperInvariant(role[0])}{role[1..]}</label>
        """;

    private static string Encode(string text) => WebUtility.HtmlEncode(text);
}
