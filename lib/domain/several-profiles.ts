/** Looking up what a lost call may have made found more than one profile: a person decides. */
export const severalProfilesCode = "several_profiles";
