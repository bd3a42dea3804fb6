using ConnectingPeople.Functions.Forms;

namespace ConnectingPeople.Functions;

/// <summary>What the emulator has no need of, since nothing stands between it and a caller.</summary>
public static partial class Setup
{
    static partial void AddForAzure(FunctionsApplicationBuilder builder) => builder.UseMiddleware(async (context, next) =>
    {
        if (context.GetHttpContext() is { } http)
        {
            await ForwardedFor.PutBackAsync(http.Request, context.BindingContext.BindingData, context.CancellationToken);
        }

        await next();
    });
}
