using ConnectingPeople.Domain.Participants;

namespace ConnectingPeople.Functions;

/// <summary>Errors as RFC 9457 problem details: what was wrong, where, what to do.</summary>
public static class Problem
{
    public static IResult BadRequest(string detail, IReadOnlyList<FieldError>? errors = null) =>
        Of(StatusCodes.Status400BadRequest, "The request can't be taken as it is", detail, errors);

    /// <summary>Every field that is wrong, each with its cure.</summary>
    public static IResult BadFields(IReadOnlyList<FieldError> errors) =>
        BadRequest(string.Join(" ", errors.Select(error => $"{error.Field} {error.Problem}")), errors);

    public static IResult Unauthorized() =>
        Of(StatusCodes.Status401Unauthorized, "Nobody is signed in", "Sign in, then ask again.");

    public static IResult Forbidden(string detail) => Of(StatusCodes.Status403Forbidden, "Not allowed", detail);

    public static IResult NotFound(string detail) => Of(StatusCodes.Status404NotFound, "Not found", detail);

    public static IResult Conflict(string detail) => Of(StatusCodes.Status409Conflict, "That is there already", detail);

    /// <summary>Some people of a file were enrolled and some weren't.</summary>
    public static IResult PartlyEnrolled(IReadOnlyList<FieldError> errors, IReadOnlyList<string> enrolled)
    {
        string others = enrolled.Count > 0 ? " All other rows are enrolled: take them out before you send the file again." : "";
        string rows = string.Join(", ", errors.Select(error => error.Field));
        return Results.Problem(
            $"Not enrolled: {rows}, because others enrolled the same people meanwhile.{others}",
            statusCode: StatusCodes.Status409Conflict,
            title: "Not all could be enrolled",
            extensions: new Dictionary<string, object?> { ["errors"] = errors, ["enrolled"] = enrolled });
    }

    public static IResult TooLarge(int maxBytes) =>
        Of(StatusCodes.Status413PayloadTooLarge, "Too much at once", $"The body may have {maxBytes / 1024} KB at the most.");

    public static IResult TooMany(string detail) => Of(StatusCodes.Status413PayloadTooLarge, "Too much at once", detail);

    public static IResult Unavailable(string detail) => Of(StatusCodes.Status503ServiceUnavailable, "Not available", detail);

    private static IResult Of(int status, string title, string detail, IReadOnlyList<FieldError>? errors = null) => Results.Problem(
        detail,
        statusCode: status,
        title: title,
        extensions: errors is null
            ? null
            : new Dictionary<string, object?> { ["errors"] = errors });
}
